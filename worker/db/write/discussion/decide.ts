import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../../src/model.ts";
import type { CommentStatus, Statements } from "../drafts.ts";
import { counted } from "./counted.ts";

/** What is read before comments are decided about. */
export interface DecidedRow {
  readonly id: string;
  readonly status: CommentStatus;
  readonly html: string;
  readonly url: string | null;
  readonly quote: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly postId: number;
  readonly postAuthorId: number;
  readonly postGuid: string;
  /** Whether readers may see the post, and so a change below it. */
  readonly postPublic: number;
  /** Set where the comment has a passage. */
  readonly postHtml: string | null;
}

/** The comments of these public ids that are there; none that was taken back or erased. */
export async function listDecided(db: D1Database, ids: readonly string[]): Promise<DecidedRow[]> {
  const sql = `SELECT c.public_id AS id, c.status, c.html, c.url, c.quote, c.quote_prefix AS prefix, c.quote_suffix AS suffix,
      p.id AS postId, p.author_id AS postAuthorId, p.guid AS postGuid, p.status IN ('published', 'unlisted') AS postPublic,
      CASE WHEN c.quote IS NOT NULL THEN p.html END AS postHtml
    FROM json_each(?1) asked CROSS JOIN comments c ON c.public_id = asked.value JOIN posts p ON p.id = c.post_id
    WHERE c.name <> '' OR c.source <> ''`;
  return (await db.prepare(sql).bind(JSON.stringify(ids)).all<DecidedRow>()).results;
}

/** Approves: each gets the next number of its post, once. What was erased stays so. */
export const approveRows = (db: D1Database, ids: readonly string[], now: UtcTime): Statements => {
  const json = JSON.stringify(ids);
  return counted(db, ids, [
    db.prepare(GIVE_NUMBERS).bind(json),
    db.prepare(APPROVE).bind(json, now),
    db.prepare(TELL_REPLIES).bind(json),
  ]);
};

/** Gives another status; a number stays where it is, so that it is not given twice. */
export const setStatus = (
  db: D1Database,
  ids: readonly string[],
  { status, now }: { readonly status: Exclude<CommentStatus, "approved">; readonly now: UtcTime },
): Statements =>
  counted(db, ids, [
    db
      .prepare(
        `UPDATE comments SET status = ?2, updated_at = ?3
         WHERE public_id IN (SELECT value FROM json_each(?1)) AND status <> ?2`,
      )
      .bind(JSON.stringify(ids), status, now),
  ]);

/** Public comments that wait for the author to look at a report; while so many do, another report is only noted. */
const MOST_HELD = 20;
/** Of what waits, the oldest among which they are counted. */
const MOST_COUNTED = 500;

const IS_HELD = `checked = 0 AND author_id IS NULL AND ${MOST_HELD} > (SELECT count(number) FROM
  (SELECT number FROM comments WHERE status = 'pending' AND status <> 'approved'
   ORDER BY created_at LIMIT ${MOST_COUNTED}))`;

/**
 * Notes a report: it holds the comment, unless an author has looked at it after an earlier one, or somebody is emptying the
 * blog by reports.
 */
export const reportRow = (
  db: D1Database,
  id: string,
  { reason, now }: { readonly reason: string; readonly now: UtcTime },
): Statements =>
  counted(
    db,
    [id],
    [
      db
        .prepare(
          `UPDATE comments SET reasons = json_insert(reasons, '$[#]', json(?2)),
         updated_at = iif(${IS_HELD}, ?3, updated_at), status = iif(${IS_HELD}, 'pending', status)
       WHERE public_id = ?1 AND status = 'approved' AND json_array_length(reasons) < 20`,
        )
        .bind(id, reason, now),
    ],
  );

/** The block of the post that has a comment's passage; null where none does. */
export const setNoteBlock = (
  db: D1Database,
  id: string,
  block: number | null,
): D1PreparedStatement =>
  db
    .prepare("UPDATE comments SET note_block = ?2 WHERE public_id = ?1 AND note_block IS NOT ?2")
    .bind(id, block);

/** Remembers what became of links to a host; a decision that is taken back is counted back. */
export const countHosts = (
  db: D1Database,
  counts: readonly { readonly host: string; readonly approved: number; readonly spam: number }[],
): Statements =>
  counts.length === 0
    ? []
    : [
        db
          .prepare(
            `INSERT INTO link_hosts (host, approved, spam)
             SELECT value ->> 'host', max(0, value ->> 'approved'), max(0, value ->> 'spam') FROM json_each(?1)
             WHERE true ON CONFLICT (host) DO UPDATE SET
               approved = max(0, approved + (SELECT sum(value ->> 'approved') FROM json_each(?1)
                 WHERE value ->> 'host' = link_hosts.host)),
               spam = max(0, spam + (SELECT sum(value ->> 'spam') FROM json_each(?1)
                 WHERE value ->> 'host' = link_hosts.host))`,
          )
          .bind(JSON.stringify(counts)),
      ];

const ASKED = "public_id IN (SELECT value FROM json_each(?1))";

/** What its writer took back, or had erased, has neither a name nor a text, and nothing makes a comment of it again. */
export const STILL_THERE = (comment: string): string =>
  `(${comment}.name <> '' OR ${comment}.source <> '') AND NOT EXISTS
    (SELECT 1 FROM erasures e WHERE e.public_id = ${comment}.public_id AND e.what = 'text')`;

const GIVE_NUMBERS = `UPDATE comments SET number = fresh.number FROM (
    SELECT c.id, max(p.last_number, coalesce((SELECT max(m.number) FROM comments m WHERE m.post_id = p.id), 0))
      + row_number() OVER (PARTITION BY c.post_id ORDER BY c.created_at, c.id) AS number
    FROM comments c JOIN posts p ON p.id = c.post_id
    WHERE c.${ASKED} AND c.number IS NULL AND c.status <> 'approved'
      AND ${STILL_THERE("c")}) fresh
  WHERE fresh.id = comments.id`;

const APPROVE = `UPDATE comments SET status = 'approved', updated_at = ?2,
    checked = checked OR reasons LIKE '%"reported"%',
    approved_at = coalesce(approved_at, ?2)
  WHERE ${ASKED} AND status <> 'approved' AND number IS NOT NULL
    AND ${STILL_THERE("comments")}`;

/** What was answered before it had a number. */
const TELL_REPLIES = `UPDATE comments SET parent_number =
    (SELECT parent.number FROM comments parent WHERE parent.id = comments.parent_id)
  WHERE parent_number IS NULL AND parent_id IN (SELECT id FROM comments WHERE ${ASKED})`;
