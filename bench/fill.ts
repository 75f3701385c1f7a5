import type { D1Database } from "@cloudflare/workers-types";
import { fillWithPosts } from "./many-posts.ts";

const WORDS =
  "rand notiz seite licht papier abend brief stimme farbe fenster garten regen tinte zeile wort stadt".split(
    " ",
  );

/** So many words, a full stop after every twelfth. */
const text = (words: number): string =>
  Array.from(
    { length: words },
    (_, at) => WORDS[(at * 7) % WORDS.length] + (at % 12 === 11 ? "." : ""),
  ).join(" ");

/** A blog of so many posts of 900 words; below each of the first few, nine comments of 80 words. */
export async function fill(db: D1Database, posts: number, discussed: number): Promise<void> {
  await db.prepare("DELETE FROM changes").run();
  await fillWithPosts(db, posts, text(900));
  const sql = `INSERT INTO comments (public_id, post_id, status, number, name, format, source, html, excerpt,
      created_at, updated_at)
    SELECT 'b' || (post.value * 9 + number.value), post.value, 'approved', number.value, 'Name', 'html', '', ?3, 'Wort',
      '2026-02-01T00:00:00Z', '2026-02-01T00:00:00Z'
    FROM json_each(?1) post, json_each(?2) number`;
  const ids = JSON.stringify(Array.from({ length: Math.min(posts, discussed) }, (_, at) => at + 1));
  await db.batch([
    db.prepare(sql).bind(ids, JSON.stringify([1, 2, 3, 4, 5, 6, 7, 8, 9]), `<p>${text(80)}</p>`),
    db
      .prepare(
        "UPDATE posts SET last_number = 9, comment_count = 9 WHERE id IN (SELECT value FROM json_each(?1))",
      )
      .bind(ids),
  ]);
}
