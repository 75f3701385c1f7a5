import type { D1Database } from "@cloudflare/workers-types";
import type { Path, UtcTime } from "../../../src/model.ts";
import type { PostStatus } from "../write/drafts.ts";

/** Where a post was, and is: all that a page of the desk shows. */
export interface DeskRow {
  readonly id: number;
  readonly kind: "post" | "page";
  readonly status: PostStatus;
  readonly title: string;
  readonly path: Path;
  readonly lang: string;
  readonly authorSlug: string;
  readonly authorName: string;
  readonly publishedAt: UtcTime | null;
  readonly updatedAt: UtcTime;
  readonly comments: number;
  readonly changed: number;
}

const DESK = `SELECT p.id, p.kind, p.status, p.title, p.path, p.lang, a.slug AS authorSlug, a.name AS authorName,
    p.published_at AS publishedAt, p.updated_at AS updatedAt, p.comment_count AS comments,
    p.revision > p.live_revision AND p.status <> 'draft' AS changed
  FROM posts p JOIN authors a ON a.id = p.author_id`;

export interface DeskQuestion {
  readonly kind: "post" | "page";
  readonly status: PostStatus | null;
  /** Of posts; null: everybody's. */
  readonly authorId: number | null;
  /** Where the last page ended. */
  readonly after: DeskPlace | null;
  readonly limit: number;
}

/** Where a list goes on: the date, "9999" where there is none yet. */
export interface DeskPlace {
  readonly at: string;
  readonly id: number;
}

export const deskPlaceOf = ({ publishedAt, id }: DeskRow): DeskPlace => ({
  at: publishedAt ?? "9999",
  id,
});

const PLACE = "coalesce(p.published_at, '9999')";

/** Posts or static pages: what has no date yet, the newest first, then the latest. */
export async function listDesk(db: D1Database, question: DeskQuestion): Promise<DeskRow[]> {
  const { kind, status, authorId, after, limit } = question;
  const where = [
    "p.kind = ?1 AND p.revision >= 0",
    status === null ? null : "p.status = ?2",
    authorId === null ? null : "p.author_id = ?3",
    `(${PLACE}, p.id) < (?4, ?5)`,
  ].filter(Boolean);
  const sql = `${DESK} WHERE ${where.join(" AND ")} ORDER BY ${PLACE} DESC, p.id DESC LIMIT ?6`;
  const start = after ?? { at: "99999", id: 0 };
  return (
    await db.prepare(sql).bind(kind, status, authorId, start.at, start.id, limit).all<DeskRow>()
  ).results;
}

/** Those that the search found, and those of the latest unpublished ones whose title has the words. */
export async function searchDesk(
  db: D1Database,
  { kind, authorId, words, match }: DeskSearch,
): Promise<DeskRow[]> {
  const own = authorId === null ? "" : "AND p.author_id = ?2";
  const found = `${DESK} WHERE p.kind = ?1 ${own} AND p.id IN
    (SELECT post_id FROM posts_search WHERE posts_search MATCH ?3 ORDER BY rowid DESC LIMIT 50)
    ORDER BY p.updated_at DESC`;
  const others = `SELECT * FROM (${DESK} WHERE p.kind = ?1 AND p.revision >= 0 ${own} AND p.status <> 'published'
      ORDER BY p.updated_at DESC LIMIT 500)
    WHERE instr(lower(title), lower(?3)) > 0 LIMIT 50`;
  const asked = [
    ...(match === null ? [] : [db.prepare(found).bind(kind, authorId, match)]),
    db.prepare(others).bind(kind, authorId, words),
  ];
  const rows = (await db.batch<DeskRow>(asked)).flatMap(({ results }) => results);
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

export interface DeskSearch {
  readonly kind: "post" | "page";
  readonly authorId: number | null;
  readonly words: string;
  /** For the index; null where nothing of the words can be looked for there. */
  readonly match: string | null;
}

export async function findDeskByPath(db: D1Database, path: Path): Promise<DeskRow[]> {
  const other = path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
  return (await db.prepare(`${DESK} WHERE p.path IN (?1, ?2)`).bind(path, other).all<DeskRow>())
    .results;
}
