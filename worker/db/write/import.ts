import type { D1Database } from "@cloudflare/workers-types";
import type { Statements } from "./drafts.ts";
import { leaveText } from "./text.ts";

/** Gives every imported post the status it had: until then nothing of an import is public. */
export function finishImport(db: D1Database): Statements {
  return [
    db.prepare(
      "UPDATE posts SET status = import_status, import_status = NULL, text_stale = 1 WHERE import_status IS NOT NULL",
    ),
  ];
}

/**
 * The demo content leaves, with what only it used. It comes before the first imported post, which may well want the path of
 * a demo page (`/impressum/`).
 */
export function removeDemo(db: D1Database): Statements {
  const unused = "demo = 1 AND id NOT IN (SELECT category_id FROM post_categories)";
  const rows = [
    "DELETE FROM comments WHERE post_id IN (SELECT id FROM posts WHERE demo = 1)",
    "UPDATE posts SET parent_id = NULL WHERE parent_id IN (SELECT id FROM posts WHERE demo = 1)",
    "DELETE FROM posts WHERE demo = 1",
    "DELETE FROM authors WHERE demo = 1 AND id NOT IN (SELECT author_id FROM posts)",
    "DELETE FROM tags WHERE demo = 1 AND id NOT IN (SELECT tag_id FROM post_tags)",
    `UPDATE categories SET parent_id = NULL
      WHERE parent_id IN (SELECT id FROM categories WHERE ${unused})`,
    `DELETE FROM categories WHERE ${unused}`,
    "DELETE FROM links WHERE demo = 1",
    "DELETE FROM media WHERE demo = 1",
    "DELETE FROM settings WHERE demo = 1",
  ].map((sql) => db.prepare(sql));
  return [...leaveText(db, "SELECT id FROM posts WHERE demo = 1"), ...rows];
}
