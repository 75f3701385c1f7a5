import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { rebuild } from "./rebuild.ts";

/** Publishes what was scheduled for now or before; gives how many posts that were. */
export async function publishDue(db: D1Database, now: UtcTime): Promise<number> {
  const due = await db
    .prepare(
      "SELECT count(*) AS posts FROM posts WHERE status = 'scheduled' AND published_at <= ?1",
    )
    .bind(now)
    .first<{ posts: number }>();
  if (!due?.posts) return 0;
  const publish =
    "UPDATE posts SET status = 'published', text_stale = 1 WHERE status = 'scheduled' AND published_at <= ?1";
  await db.batch([db.prepare(publish).bind(now), ...rebuild(db)]);
  return due.posts;
}
