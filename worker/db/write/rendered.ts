import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Html, Path, UtcTime } from "../../../src/model.ts";

/** A post in Markdown with what was made of it. */
export interface RenderedPostRow {
  readonly id: number;
  readonly guid: string;
  readonly version: number;
  readonly path: Path;
  readonly lang: string;
  readonly title: string;
  readonly source: string;
  readonly html: Html;
  readonly lead: Html | null;
  readonly words: number;
  /** JSON. */
  readonly blocks: string;
  /** Plain, for the search. */
  readonly text: string;
}

/** What rendering makes of a post, and a reader may find it by. */
export type RenderedPostParts = Pick<
  RenderedPostRow,
  "html" | "lead" | "words" | "text" | "blocks"
>;

/** The next posts in Markdown after this id. */
export async function listMarkdownPosts(
  db: D1Database,
  after: number,
  limit: number,
): Promise<RenderedPostRow[]> {
  const sql = `SELECT id, guid, version, path, lang, title, source, html, lead, words, text, blocks FROM posts
    WHERE id > ?1 AND format = 'markdown' ORDER BY id LIMIT ?2`;
  return (await db.prepare(sql).bind(after, limit).all<RenderedPostRow>()).results;
}

/** A post that somebody saved meanwhile was rendered by that, and keeps it. */
export const updateRenderedPost = (
  db: D1Database,
  { id, version }: RenderedPostRow,
  { html, lead, words, text, blocks }: RenderedPostParts,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE posts SET html = ?3, lead = ?4, words = ?5, text = ?6, text_stale = 1, blocks = ?7
       WHERE id = ?1 AND version = ?2`,
    )
    .bind(id, version, html, lead, words, text, blocks);

/** A comment in Markdown with what was made of it. */
export interface RenderedCommentRow {
  readonly id: number;
  readonly postId: number;
  readonly postPath: Path;
  readonly createdAt: UtcTime;
  readonly lang: string;
  readonly source: string;
  readonly html: Html;
  readonly excerpt: string;
}

/** The next comments in Markdown after this id. */
export async function listMarkdownComments(
  db: D1Database,
  after: number,
  limit: number,
): Promise<RenderedCommentRow[]> {
  const sql = `SELECT c.id, p.id AS postId, p.path AS postPath, c.created_at AS createdAt, coalesce(c.lang, p.lang) AS lang, c.source, c.html, c.excerpt
    FROM comments c JOIN posts p ON p.id = c.post_id
    WHERE c.id > ?1 AND c.format = 'markdown' ORDER BY c.id LIMIT ?2`;
  return (await db.prepare(sql).bind(after, limit).all<RenderedCommentRow>()).results;
}

/** A comment whose text changed meanwhile keeps what that made of it. */
export const updateRenderedComment = (
  db: D1Database,
  { id, source }: RenderedCommentRow,
  { html, excerpt }: Pick<RenderedCommentRow, "html" | "excerpt">,
): D1PreparedStatement =>
  db
    .prepare("UPDATE comments SET html = ?3, excerpt = ?4 WHERE id = ?1 AND source = ?2")
    .bind(id, source, html, excerpt);

/** What came as HTML, from an import. */
export async function countHtml(db: D1Database): Promise<{ posts: number; comments: number }> {
  const sql = `SELECT (SELECT count(*) FROM posts WHERE format = 'html') AS posts,
    (SELECT count(*) FROM comments WHERE format = 'html') AS comments`;
  return (await db.prepare(sql).first()) as { posts: number; comments: number };
}
