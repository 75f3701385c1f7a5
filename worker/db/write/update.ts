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
      author_id = (SELECT id FROM authors WHERE slug = ?3), slug = ?4, path = ?5, lang = ?6,
      title = ?7, format = ?8, source = ?9, html = ?10, lead = ?11, excerpt = ?12, words = ?13, tags = ?14,
      categories = ?15, updated_at = ?16, sticky = ?17, comments_open = ?18,
      text = ?19, text_stale = 1, blocks = ?20, comments_held = ?21
    WHERE guid = ?1`;
  const { author, slug, path, lang, title, format, source, html, lead } = draft;
  const row = db
    .prepare(sql)
    .bind(
      ...[draft.guid, version, author, slug, path, lang, title, format, source],
      ...[html, lead, draft.excerpt, draft.words],
      ...[JSON.stringify(draft.tags), JSON.stringify(draft.categories)],
      ...[draft.updatedAt, draft.sticky ? 1 : 0, draft.commentsOpen ? 1 : 0, draft.text],
      ...[JSON.stringify(draft.blocks), draft.commentsHeld ? 1 : 0],
    );
  const leave = (table: string) =>
    db
      .prepare(`DELETE FROM ${table} WHERE post_id = (SELECT id FROM posts WHERE guid = ?1)`)
      .bind(draft.guid);
  return [
    ...[row, setStanding(db, draft), leave("post_tags"), leave("post_categories")],
    ...insertTerms(db, draft),
    ...writeUses(db, draft.guid, [draft.source, draft.html]),
  ];
}

/** Kind, status and date by themselves, since indexes go by them: what stays costs no write. */
const setStanding = (db: D1Database, draft: PostDraft): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE posts SET kind = ?2, status = ?3, published_at = ?4, local_date = ?5
       WHERE guid = ?1 AND (kind, status, published_at, local_date) IS NOT (?2, ?3, ?4, ?5)`,
    )
    .bind(draft.guid, draft.kind, draft.status, draft.publishedAt, draft.localDate);

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
