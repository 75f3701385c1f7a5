import type { D1Database } from "@cloudflare/workers-types";
import type { Statements } from "../drafts.ts";

/**
 * Statements that change some comments, between two that take them out of the counts of their posts and parents, and put
 * back those that are approved then. So a count costs what was changed, however many comments a post has, and running all of
 * it again changes nothing.
 */
export function counted(
  db: D1Database,
  ids: readonly string[],
  statements: Statements,
): Statements {
  const json = JSON.stringify(ids);
  const run = (sql: string) => db.prepare(sql).bind(json);
  return [run(LEAVE_POSTS), run(LEAVE_PARENTS), ...statements, run(JOIN_POSTS), run(JOIN_PARENTS)];
}

const APPROVED = (
  of: string,
): string => `(SELECT ${of}, count(*) AS n, max(number) AS number FROM comments
    WHERE public_id IN (SELECT value FROM json_each(?1)) AND status = 'approved' AND ${of} IS NOT NULL
    GROUP BY ${of}) approved`;

const POSTS = `FROM ${APPROVED("post_id")} WHERE posts.id = approved.post_id`;
const PARENTS = `FROM ${APPROVED("parent_id")} WHERE comments.id = approved.parent_id`;

const LEAVE_POSTS = `UPDATE posts SET comment_count = comment_count - approved.n ${POSTS}`;
const LEAVE_PARENTS = `UPDATE comments SET replies = replies - approved.n ${PARENTS}`;
const JOIN_POSTS = `UPDATE posts SET comment_count = comment_count + approved.n,
    last_number = max(last_number, approved.number) ${POSTS}`;
const JOIN_PARENTS = `UPDATE comments SET replies = replies + approved.n ${PARENTS}`;
