import type { D1Database } from "@cloudflare/workers-types";
import type { Statements } from "./drafts.ts";

const STALE = "SELECT id FROM posts WHERE text_stale = 1";

/** Indexes what was written since: stale posts leave the search as they were, and the listed ones enter as they are. */
export const updateText = (db: D1Database): Statements => [
  ...leaveText(db, STALE),
  ...[
    `INSERT INTO posts_text (id, post_id, title, text)
      SELECT id, post_id, title, text FROM wanted_texts WHERE text_stale = 1`,
    `INSERT INTO posts_search (rowid, title, text, post_id)
      SELECT id, title, text, post_id FROM posts_text WHERE post_id IN (${STALE})`,
    "UPDATE posts SET text_stale = 0 WHERE text_stale = 1",
  ].map((sql) => db.prepare(sql)),
];

/** Goes before posts are deleted. `posts` is SQL for their ids. */
export const leaveText = (db: D1Database, posts: string): Statements =>
  [
    `INSERT INTO posts_search (posts_search, rowid, title, text, post_id)
      SELECT 'delete', id, title, text, post_id FROM posts_text WHERE post_id IN (${posts})`,
    `DELETE FROM posts_text WHERE post_id IN (${posts})`,
  ].map((sql) => db.prepare(sql));

/**
 * Makes the search anew from the posts, whether it is there or not: a database with an FTS5 table cannot be exported, so it
 * may be dropped at any time.
 */
export const rebuildText = (db: D1Database): Statements =>
  [
    "DROP TABLE IF EXISTS posts_search",
    "DROP TABLE IF EXISTS posts_text",
    POSTS_TEXT,
    POSTS_SEARCH,
    "INSERT INTO posts_text (id, post_id, title, text) SELECT id, post_id, title, text FROM wanted_texts",
    "INSERT INTO posts_search (posts_search) VALUES ('rebuild')",
    "UPDATE posts SET text_stale = 0 WHERE text_stale = 1",
  ].map((sql) => db.prepare(sql));

/** As the migrations leave them; a test compares. */
const POSTS_TEXT = `CREATE TABLE posts_text (
  id INTEGER PRIMARY KEY, post_id INTEGER NOT NULL UNIQUE, title TEXT NOT NULL, text TEXT NOT NULL)`;

const POSTS_SEARCH = `CREATE VIRTUAL TABLE posts_search USING fts5 (title, text, post_id UNINDEXED,
  content = 'posts_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '3')`;
