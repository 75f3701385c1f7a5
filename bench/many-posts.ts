import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import { rebuild } from "../worker/db/write/rebuild.ts";
import { leaveText } from "../worker/db/write/text.ts";

/** Rows written at once: a bound JSON array per statement keeps the number of parameters at one. */
const CHUNK = 1_000;

/**
 * A blog of many posts and nothing else, a tag for all and one of 50 for each, over twenty years; post 1 is the oldest. Written in SQL, since
 * rendering each would only cost time.
 */
export async function fillWithPosts(db: D1Database, count: number, text = "Text"): Promise<void> {
  await db.batch([
    ...leaveText(db, "SELECT id FROM posts"),
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
    await db.batch(statements(db, JSON.stringify(ids), { count, text }));
  }
  await db.batch(rebuild(db));
}

function statements(
  db: D1Database,
  ids: string,
  { count, text }: { count: number; text: string },
): D1PreparedStatement[] {
  const day = `date('2005-01-01', '+' || (value * 7300 / ${count}) || ' days')`;
  return [
    `INSERT INTO posts (id, status, slug, path, guid, lang, author_id, title, format, source, html, excerpt, text, words,
       published_at, local_date, created_at, updated_at)
     SELECT value, 'published', 'p-' || value, '/p/' || value || '/', 'urn:many:' || value, 'de', 1, 'Beitrag ' || value,
       'html', '', '<p>${text} ' || value || '</p>', 'Text', 'Text ' || value || ' und der Rest', 1, ${day} || 'T12:00:00Z', ${day},
       '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z' FROM json_each(?1)`,
    "INSERT INTO post_tags SELECT value, 1 FROM json_each(?1)",
    "INSERT INTO post_tags SELECT value, 2 + value % 398 FROM json_each(?1)",
    "INSERT INTO post_categories SELECT value, 1 FROM json_each(?1)",
  ].map((sql) => db.prepare(sql).bind(ids));
}
