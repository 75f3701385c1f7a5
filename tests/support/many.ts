import { env } from "cloudflare:workers";
import { rebuild } from "../../worker/db/write/rebuild.ts";
import { updateSite } from "../../worker/db/write/site.ts";

/** Rows written at once: a bound JSON array per statement keeps the number of parameters at one. */
const CHUNK = 1_000;

/**
 * A blog of many posts and nothing else, a tag for all and one of 50 for each, over twenty years; post 1 is the oldest. Written in SQL, since
 * rendering each would only cost time.
 */
export async function haveManyPosts(count: number): Promise<void> {
  const db = env.DB;
  await db.batch([
    ...["comments", "posts", "lists", "tags", "categories", "authors"].map((table) =>
      db.prepare(`DELETE FROM ${table}`),
    ),
    db.prepare(
      "INSERT INTO authors (id, slug, name) VALUES (1, 'anna', 'Anna') ON CONFLICT DO NOTHING",
    ),
    db.prepare(
      "INSERT INTO categories (id, slug, name) VALUES (1, 'alles', 'Alles') ON CONFLICT DO NOTHING",
    ),
    db
      .prepare(
        `INSERT INTO tags (id, slug, name)
       SELECT value + 1, 'tag-' || value, 'Tag ' || value FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`,
      )
      .bind(JSON.stringify([...Array(400).keys()])),
  ]);
  for (let from = 1; from <= count; from += CHUNK) {
    const ids = Array.from({ length: Math.min(CHUNK, count - from + 1) }, (_, at) => from + at);
    await db.batch(statements(JSON.stringify(ids), count));
  }
  await db.batch(rebuild(db));
}

function statements(ids: string, count: number): D1PreparedStatement[] {
  const day = `date('2005-01-01', '+' || (value * 7300 / ${count}) || ' days')`;
  return [
    `INSERT INTO posts (id, status, slug, path, guid, lang, author_id, title, format, source, html, excerpt, words,
       published_at, local_date, created_at, updated_at)
     SELECT value, 'published', 'p-' || value, '/p/' || value || '/', 'urn:many:' || value, 'de', 1, 'Beitrag ' || value,
       'html', '', '<p>Text ' || value || '</p>', 'Text', 1, ${day} || 'T12:00:00Z', ${day},
       '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z' FROM json_each(?1)`,
    "INSERT INTO post_tags SELECT value, 1 FROM json_each(?1)",
    "INSERT INTO post_tags SELECT value, 2 + value % 398 FROM json_each(?1)",
    "INSERT INTO post_categories SELECT value, 1 FROM json_each(?1)",
  ].map((sql) => env.DB.prepare(sql).bind(ids));
}

/** Comments of one post, each an answer to the one before, numbered from 1. */
export async function haveManyComments(postId: number, count: number): Promise<void> {
  const sql = `INSERT INTO comments (id, public_id, post_id, parent_id, status, number, name, format, source, html,
      excerpt, created_at, updated_at)
    SELECT 1000000 + value, 'm' || value, ?1, CASE WHEN value % 5 <> 1 THEN 1000000 + value - 1 END, 'approved', value,
      'Name ' || value, 'html', '', '<p>Wort ' || value || '</p>', 'Wort', '2026-02-01T00:00:00Z', '2026-02-01T00:00:00Z'
    FROM json_each(?2)`;
  const numbers = JSON.stringify(Array.from({ length: count }, (_, at) => at + 1));
  await env.DB.batch([
    env.DB.prepare(sql).bind(postId, numbers),
    env.DB.prepare("UPDATE posts SET last_number = ?2, comment_count = ?2 WHERE id = ?1").bind(
      postId,
      count,
    ),
    updateSite(env.DB),
  ]);
}
