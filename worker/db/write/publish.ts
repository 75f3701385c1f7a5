import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { changePosts } from "./changes.ts";
import { GIVEN } from "./memberships.ts";
import { relist } from "./relist.ts";

/** Posts that one batch publishes; the rest is still due in the next minute. */
const MOST_AT_ONCE = 100;

/** Publishes what was scheduled for now or before; gives how many posts that were. */
export async function publishDue(db: D1Database, now: UtcTime): Promise<number> {
  const due = `SELECT guid FROM posts WHERE status = 'scheduled' AND published_at <= ?1
    ORDER BY published_at LIMIT ${MOST_AT_ONCE}`;
  const { results } = await db.prepare(due).bind(now).all<{ guid: string }>();
  if (results.length === 0) return 0;
  const guids = results.map(({ guid }) => guid);
  // Since the question a post may have been put off, or published by another run.
  const publish = `UPDATE posts SET status = 'published', text_stale = 1
    WHERE ${GIVEN} AND status = 'scheduled' AND published_at <= ?2`;
  const { before, after } = changePosts(db, guids, { now });
  const done = await db.batch([
    ...before,
    db.prepare(publish).bind(JSON.stringify(guids), now),
    ...relist(db, guids),
    ...after,
  ]);
  return done[before.length]?.meta.changes ?? 0;
}
