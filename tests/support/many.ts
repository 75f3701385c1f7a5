import { env } from "cloudflare:workers";
import { fillWithPosts } from "../../bench/many-posts.ts";
import { updateSite } from "../../worker/db/write/site.ts";

/** A blog of many posts and nothing else. */
export const haveManyPosts = (count: number): Promise<void> => fillWithPosts(env.DB, count);

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
