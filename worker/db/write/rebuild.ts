import type { D1Database } from "@cloudflare/workers-types";
import type { Statements } from "./drafts.ts";
import { updateSite } from "./site.ts";
import { updateText } from "./text.ts";

/** Makes everything that is derived from posts anew: lists, counts, the sitemap, the tags' places, the search, the site row. */
export function rebuild(db: D1Database): Statements {
  const sql = [
    "DELETE FROM lists",
    `INSERT INTO lists (list, position, post_id)
      SELECT list, row_number() OVER (PARTITION BY list ORDER BY published_at, post_id), post_id FROM memberships`,
    "DELETE FROM sitemap",
    `INSERT INTO sitemap (position, path, updated_at)
      SELECT row_number() OVER (ORDER BY published_at, id), path, updated_at FROM listed_posts`,
    "DELETE FROM counts",
    `INSERT INTO counts (list, posts)
      SELECT 'month:' || substr(local_date, 1, 7) AS list, count(*) FROM listed_posts WHERE kind = 'post' GROUP BY list
      UNION ALL
      SELECT 'year:' || substr(local_date, 1, 4) AS list, count(*) FROM listed_posts WHERE kind = 'post' GROUP BY list`,
    ...["tag", "category", "author"].map(countOf),
    `UPDATE tags SET position = ranked.position
      FROM (SELECT id, CASE WHEN posts > 0 THEN
          row_number() OVER (PARTITION BY posts > 0 ORDER BY name COLLATE NOCASE, id) END AS position FROM tags) ranked
      WHERE ranked.id = tags.id AND tags.position IS NOT ranked.position`,
  ];
  return [...sql.map((statement) => db.prepare(statement)), ...updateText(db), updateSite(db)];
}

function countOf(noun: string): string {
  const table = noun === "category" ? "categories" : `${noun}s`;
  const longest = `coalesce((SELECT max(position) FROM lists WHERE list = '${noun}:' || ${table}.id), 0)`;
  return `UPDATE ${table} SET posts = ${longest} WHERE posts <> ${longest}`;
}
