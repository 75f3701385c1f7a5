import type { D1Database } from "@cloudflare/workers-types";
import { COUNT_MONTHS, countTerms, placeTags, TAG_CAME_OR_WENT, touched } from "./counts.ts";
import type { Statements } from "./drafts.ts";
import { GIVEN } from "./memberships.ts";
import { LISTS, reorder, SITEMAP } from "./shift.ts";
import { updateSite } from "./site.ts";
import { updateText } from "./text.ts";

/**
 * Brings what is derived from posts up to date for the posts of these guids, and comes after their rows and terms in the
 * same batch: lists, counts, the tags' places, the sitemap, the site row. It costs what changes, not what the blog holds,
 * and leaves the tables as `rebuild` would. A post that is to be deleted is made a draft first: its rows are found by it.
 * Without a post there is nothing to do.
 */
export function relist(db: D1Database, guids: readonly string[]): Statements {
  if (guids.length === 0) return [];
  const given = JSON.stringify(guids);
  const run = (sql: string) => db.prepare(sql);
  return [
    ...reorder(db, LISTS, given),
    ...COUNT_MONTHS.map(run),
    ...(["tag", "category", "author"] as const).map((noun) => run(countTerms(noun, touched(noun)))),
    run(placeTags(TAG_CAME_OR_WENT)),
    run("DELETE FROM shifts"),
    ...reorder(db, SITEMAP, given),
    run("DELETE FROM shifts"),
    run(UPDATE_ADDRESSES).bind(given),
    ...updateText(db),
    updateSite(db),
  ];
}

const UPDATE_ADDRESSES = `UPDATE sitemap SET path = p.path, updated_at = p.updated_at
  FROM (SELECT id, path, updated_at FROM posts WHERE ${GIVEN}) p
  WHERE p.id = sitemap.post_id AND (p.path, p.updated_at) <> (sitemap.path, sitemap.updated_at)`;
