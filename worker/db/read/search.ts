import { MAX_FOUND } from "../../../src/addresses.ts";
import type { Path, SearchResult, TextPiece, UtcTime } from "../../../src/model.ts";
import type { Reader } from "./reader.ts";

/** A word to look for. All terms have to be found, each in one of its spellings. */
export interface SearchTerm {
  /** Letters and digits, lower case. */
  readonly spellings: readonly string[];
  /** Whether words that begin with it will do. */
  readonly prefix: boolean;
}

/** The newest posts that match, the best of them first. One round trip; no terms find nothing. */
export async function listFound(
  reader: Reader,
  terms: readonly SearchTerm[],
): Promise<SearchResult[]> {
  if (terms.length === 0) {
    await reader.batch([]);
    return [];
  }
  const [rows = []] = await reader.batch([
    reader.sql(FOUND, toMatches(terms), OPEN, CLOSE, MAX_FOUND),
  ]);
  return (rows as FoundRow[]).map(toResult);
}

/** All terms, in the language of FTS5. */
export const toMatches = (terms: readonly SearchTerm[]): string => terms.map(toMatch).join(" AND ");

/** The language of FTS5, in which all that a visitor typed is a quoted word. */
const toMatch = ({ spellings, prefix }: SearchTerm): string =>
  `(${spellings.map((word) => `"${word.replaceAll('"', '""')}"${prefix ? " *" : ""}`).join(" OR ")})`;

/** Characters that no text of ours holds: cleaning took them. */
const OPEN = "\u0002";
const CLOSE = "\u0003";

interface FoundRow {
  readonly kind: "post" | "page";
  readonly path: Path;
  readonly lang: string;
  readonly title: string;
  readonly excerpt: string;
  readonly published_at: UtcTime;
}

// The index is read from its newest end, and no further than MAX_FOUND matches, so the commonest word costs what a rare one does:
// three rows a match. A word in the title weighs five in the text. Only what is listed is shown, whatever the index holds.
const FOUND = `SELECT posts.kind, posts.path, posts.lang, found.title, found.excerpt, posts.published_at
  FROM (SELECT rowid AS id, post_id, bm25(posts_search, 5.0, 1.0) AS score,
      highlight(posts_search, 0, ?2, ?3) AS title, snippet(posts_search, 1, ?2, ?3, '…', 32) AS excerpt
    FROM posts_search WHERE posts_search MATCH ?1 ORDER BY rowid DESC LIMIT ?4) found
  JOIN listed_posts posts ON posts.id = found.post_id
  ORDER BY found.score, found.id DESC`;

const toResult = (row: FoundRow): SearchResult => ({
  kind: row.kind,
  path: row.path,
  lang: row.lang,
  title: toPieces(row.title),
  excerpt: toPieces(row.excerpt),
  publishedAt: row.published_at,
});

/** Every second piece is one that was found. */
const toPieces = (marked: string): TextPiece[] =>
  marked
    .replaceAll(CLOSE, OPEN)
    .split(OPEN)
    .map((text, at) => ({ text, found: at % 2 === 1 }))
    .filter(({ text }) => text !== "");
