import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Path, UtcTime } from "../../../src/model.ts";
import type { PostDraft, Statements } from "./drafts.ts";
import { writeUses } from "./media/uses.ts";
import { insertTerms } from "./save.ts";

/**
 * The post's row and its terms, for a post that is there and has this version. Where somebody was faster, the version
 * becomes null, which the schema refuses, and with it the whole batch.
 */
export function updatePost(db: D1Database, version: number, draft: PostDraft): Statements {
  const sql = `UPDATE posts SET version = CASE version WHEN ?2 THEN version + 1 END,
      author_id = (SELECT id FROM authors WHERE slug = ?3), kind = ?4, status = ?5, slug = ?6, path = ?7, lang = ?8,
      title = ?9, format = ?10, source = ?11, html = ?12, lead = ?13, excerpt = ?14, words = ?15, tags = ?16,
      categories = ?17, updated_at = ?18, sticky = ?19, comments_open = ?20,
      text = ?21, text_stale = 1, blocks = ?22, comments_held = ?23
    WHERE guid = ?1`;
  const { author, kind, status, slug, path, lang, title, format, source, html, lead } = draft;
  const row = db
    .prepare(sql)
    .bind(
      ...[draft.guid, version, author, kind, status, slug, path, lang, title, format, source],
      ...[html, lead, draft.excerpt, draft.words],
      ...[JSON.stringify(draft.tags), JSON.stringify(draft.categories)],
      ...[draft.updatedAt, draft.sticky ? 1 : 0, draft.commentsOpen ? 1 : 0, draft.text],
      ...[JSON.stringify(draft.blocks), draft.commentsHeld ? 1 : 0],
    );
  const leave = (table: string) =>
    db
      .prepare(`DELETE FROM ${table} WHERE post_id = (SELECT id FROM posts WHERE guid = ?1)`)
      .bind(draft.guid);
  // What is published always has a date, at each step.
  const dated =
    draft.publishedAt === null ? [row, setDates(db, draft)] : [setDates(db, draft), row];
  return [
    ...dated,
    ...[leave("post_tags"), leave("post_categories"), ...insertTerms(db, draft)],
    ...writeUses(db, draft.guid, [draft.source, draft.html]),
  ];
}

/** By itself, since indexes go by the date: one that stays costs no write. */
const setDates = (db: D1Database, draft: PostDraft): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE posts SET published_at = ?2, local_date = ?3
       WHERE guid = ?1 AND (published_at IS NOT ?2 OR local_date IS NOT ?3)`,
    )
    .bind(draft.guid, draft.publishedAt, draft.localDate);

/** Makes a post of this version a draft; a newer one is refused as in `updatePost`. */
export const withdrawPost = (db: D1Database, guid: string, version: number): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE posts SET status = 'draft', text_stale = 1, version = CASE version WHEN ?2 THEN version + 1 END
       WHERE guid = ?1`,
    )
    .bind(guid, version);

/** A post that goes from one path to another. */
export interface Move {
  readonly guid: string;
  readonly from: Path;
  readonly to: Path;
  /** Whether readers may know the old path. */
  readonly public: boolean;
}

/** Goes before the updates: two posts may change places, and a path belongs to one at a time. */
export const clearPaths = (db: D1Database, moves: readonly Move[]): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE posts SET path = '/moving/' || id
       WHERE guid IN (SELECT json_extract(value, '$.guid') FROM json_each(?1))`,
    )
    .bind(JSON.stringify(moves));

/**
 * Goes after the updates. What led to an old path leads to the new one at once, so there are no chains; where a post
 * stands there is no redirect, so there are no loops.
 */
export function redirectMoves(
  db: D1Database,
  { moves, paths, now }: { moves: readonly Move[]; paths: readonly Path[]; now: UtcTime },
): Statements {
  const json = JSON.stringify(moves);
  const found = "FROM json_each(?1) WHERE json_extract(value, '$.from')";
  return [
    db
      .prepare(
        `UPDATE redirects SET target = (SELECT json_extract(value, '$.to') ${found} = target)
         WHERE EXISTS (SELECT 1 ${found} = target)`,
      )
      .bind(json),
    db
      .prepare(
        `INSERT INTO redirects (path, target, created_at)
         SELECT json_extract(value, '$.from'), json_extract(value, '$.to'), ?2 FROM json_each(?1)
         WHERE json_extract(value, '$.public') ON CONFLICT (path) DO UPDATE SET target = excluded.target`,
      )
      .bind(json, now),
    db
      .prepare("DELETE FROM redirects WHERE path IN (SELECT value FROM json_each(?1))")
      .bind(JSON.stringify(paths)),
  ];
}
