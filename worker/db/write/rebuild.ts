import type { D1Database } from "@cloudflare/workers-types";
import { countTerms, placeTags } from "./counts.ts";
import type { Statements } from "./drafts.ts";
import { membershipsOf } from "./memberships.ts";
import { updateSite } from "./site.ts";
import { updateText } from "./text.ts";

/**
 * Makes everything that is derived from posts anew: lists, counts, the sitemap, the tags' places, the search, the
 * site row. It reads and writes the whole blog; whoever knows which posts were written uses `relist`.
 */
export function rebuild(db: D1Database): Statements {
  const sql = [
    "DELETE FROM lists",
    `INSERT INTO lists (list, position, post_id) WITH RECURSIVE ${membershipsOf("true")}
      SELECT list, row_number() OVER (PARTITION BY list ORDER BY published_at, post_id), post_id FROM memberships`,
    "DELETE FROM sitemap",
    `INSERT INTO sitemap (position, post_id, path, updated_at)
      SELECT row_number() OVER (ORDER BY published_at, id), id, path, updated_at FROM listed_posts`,
    "DELETE FROM counts",
    `INSERT INTO counts (list, posts)
      SELECT 'month:' || substr(local_date, 1, 7) AS list, count(*) FROM listed_posts WHERE kind = 'post' GROUP BY list
      UNION ALL
      SELECT 'year:' || substr(local_date, 1, 4) AS list, count(*) FROM listed_posts WHERE kind = 'post' GROUP BY list`,
    ...(["tag", "category", "author"] as const).map((noun) => countTerms(noun)),
    placeTags("SELECT 1"),
  ];
  return [...sql.map((statement) => db.prepare(statement)), ...updateText(db), updateSite(db)];
}
