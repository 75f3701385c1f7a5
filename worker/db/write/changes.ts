import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import type { CommentStatus, Statements } from "./drafts.ts";

/** Tags of one change; with more, it is said to touch everything. */
const MOST_TAGS = 100;

/** What a change says beside its tags. */
export interface ChangeDraft {
  readonly now: UtcTime;
  /** Whether it removed something, or made it private. */
  readonly gone?: boolean;
}

/**
 * A change of posts. `before` goes ahead of the batch's other statements, `after` behind them: the change touches where
 * the posts stood and where they stand, what stands beside them, and everything where the frame of all pages (title,
 * navigation) comes out different. Posts that nobody could see and nobody can see touch nothing.
 */
export function changePosts(
  db: D1Database,
  guids: readonly string[],
  { now, gone = false }: ChangeDraft,
): { readonly before: Statements; readonly after: Statements } {
  const names = JSON.stringify(guids);
  return {
    before: [db.prepare(START).bind(names, gone ? 1 : 0, now)],
    after: [db.prepare(FINISH).bind(names, MOST_TAGS), ...announce(db, now)],
  };
}

/** When it is committed. An import may have begun hours before it ends, and caches look back a day. */
const AT = "max(?3, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))";

/** A change whose tags are known, for the end of a batch. */
export const change = (
  db: D1Database,
  tags: readonly string[],
  { now, gone = false }: ChangeDraft,
): Statements => [
  db
    .prepare(`INSERT INTO changes (tags, gone, at) VALUES (?1, ?2, ${AT})`)
    .bind(JSON.stringify(tags.length > MOST_TAGS ? ["site"] : tags), gone ? 1 : 0, now),
  ...announce(db, now),
];

/** A change of the comments below one post, for the end of a batch. */
export const changeComments = (
  db: D1Database,
  postGuid: string,
  { now, gone = false }: ChangeDraft,
): Statements => [
  db
    .prepare(
      `INSERT INTO changes (tags, gone, at) SELECT coalesce(
         (SELECT json_array('post:' || id, 'comments') FROM public_posts WHERE guid = ?1), '[]'), ?2, ${AT}`,
    )
    .bind(postGuid, gone ? 1 : 0, now),
  ...announce(db, now),
];

/**
 * A change of the comments that have this status at its place in the batch, whatever was read of them before: of what is
 * approved ahead of the statements that remove it. `after` goes to the end of the batch.
 */
export const changeOfThose = (
  db: D1Database,
  ids: readonly string[],
  status: CommentStatus,
  { now, gone = false }: ChangeDraft,
): { readonly here: Statements; readonly after: Statements } => ({
  here: [db.prepare(THOSE).bind(JSON.stringify(ids), gone ? 1 : 0, now, status, MOST_TAGS)],
  after: announce(db, now),
});

const THOSE = `INSERT INTO changes (tags, gone, at)
  SELECT CASE WHEN count(*) > ?5 THEN '["site"]' ELSE json_group_array(tag) END, ?2, ${AT}
  FROM (SELECT DISTINCT touched.value AS tag FROM comments c JOIN public_posts p ON p.id = c.post_id
    JOIN json_each(json_array('post:' || p.id, 'comments')) touched
    WHERE c.public_id IN (SELECT value FROM json_each(?1)) AND c.status = ?4)`;

const NEWEST = "seq = (SELECT max(seq) FROM changes)";

/** Puts the newest change into the outbox. One that touches nothing is none, and leaves its number to the next. */
const announce = (db: D1Database, now: UtcTime): D1PreparedStatement[] => [
  db
    .prepare(
      `INSERT INTO outbox (queue, body, created_at)
       SELECT 'refresh', json_object('kind', 'change', 'seq', seq, 'tags', json(tags),
         'gone', json(iif(gone, 'true', 'false')), 'at', at), ?1
       FROM changes WHERE ${NEWEST} AND tags <> '[]'`,
    )
    .bind(now),
  db.prepare(`DELETE FROM changes WHERE ${NEWEST} AND tags = '[]'`),
];

/** SQL for the tags of the posts whose guids are in ?1, as they are at this moment. */
const TAGS = `
  SELECT own.value AS tag FROM public_posts p
  JOIN json_each(json_array('post:' || p.id,
    CASE p.status WHEN 'published' THEN 'sitemap' END,
    CASE p.status WHEN 'published' THEN 'comments' END,
    CASE WHEN rtrim(p.path, '/') GLOB '/[0-9][0-9][0-9][0-9]' THEN 'year:' || substr(p.path, 2, 4)
      WHEN rtrim(p.path, '/') GLOB '/[0-9][0-9][0-9][0-9]/[0-9][0-9]'
      THEN 'month:' || substr(p.path, 2, 4) || '-' || substr(p.path, 7, 2) END)) own
  WHERE p.guid IN (SELECT value FROM json_each(?1)) AND own.value IS NOT NULL
  UNION SELECT own.value FROM posts p JOIN lists l ON l.post_id = p.id
  JOIN json_each(json_array(l.list, CASE l.list WHEN 'front' THEN 'feeds' END,
    CASE l.list WHEN 'front' THEN 'archive' END,
    CASE l.list WHEN 'front' THEN 'tags' END,
    CASE WHEN l.list >= 'month:' AND l.list < 'month;' THEN 'year:' || substr(l.list, 7, 4) END)) own
  WHERE p.guid IN (SELECT value FROM json_each(?1)) AND own.value IS NOT NULL
  UNION SELECT 'beside:' || l.post_id
  FROM posts p CROSS JOIN lists own ON own.post_id = p.id AND own.list = 'front'
  CROSS JOIN lists l ON l.list = 'front' AND l.position BETWEEN own.position - 1 AND own.position + 1
  WHERE p.guid IN (SELECT value FROM json_each(?1))`;

const FRAME = "(SELECT json_remove(json, '$.sidebar') FROM site)";

/** Until the batch ends, `tags` also holds the frame as it was. */
const START = `INSERT INTO changes (tags, gone, at)
  SELECT json_object('frame', ${FRAME}, 'tags', (SELECT json_group_array(tag) FROM (${TAGS}))), ?2, ${AT}`;

const FINISH = `UPDATE changes SET tags = (
    WITH touched AS (
      SELECT value AS tag FROM json_each(changes.tags, '$.tags') UNION SELECT tag FROM (${TAGS})
      UNION SELECT 'site' WHERE json_extract(changes.tags, '$.frame') IS NOT ${FRAME})
    SELECT CASE WHEN count(*) > ?2 THEN '["site"]' ELSE json_group_array(tag) END FROM touched)
  WHERE seq = (SELECT max(seq) FROM changes)`;
