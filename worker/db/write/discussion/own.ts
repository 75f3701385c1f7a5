import type { D1Database } from "@cloudflare/workers-types";
import type { Html, UtcTime } from "../../../../src/model.ts";
import type { CommentStatus, Statements } from "../drafts.ts";
import { WIPE_TEXT } from "../wipe.ts";
import { counted } from "./counted.ts";

/** One's own comment, and from when on it must be for its writer to change it. */
export interface OwnChange {
  readonly id: string;
  readonly tokenHash: string;
  readonly since: UtcTime;
  readonly now: UtcTime;
}

export interface Edit extends OwnChange {
  readonly text: string;
  readonly html: Html;
  readonly excerpt: string;
  readonly shape: string;
  readonly status: CommentStatus;
  /** As it was when this was decided: nothing changes where somebody has decided otherwise since. */
  readonly before: CommentStatus;
  /** JSON. */
  readonly reasons: string;
}

/** ?1 to ?3: nothing changes where the time is over or somebody has answered. */
const STILL_OWN = `public_id = ?1 AND token_hash = ?2 AND created_at >= ?3 AND status <> 'trash'
  AND NOT EXISTS (SELECT 1 FROM comments r WHERE r.parent_id = comments.id AND r.status = 'approved')`;

/** Reasons that another text does not take away. */
const OF_ARRIVAL = "'all-held', 'newcomer', 'post-held', 'night', 'flood', 'unlimited', 'reported'";

/** Another text for one's own comment. */
export const editRow = (db: D1Database, edit: Edit): Statements =>
  counted(
    db,
    [edit.id],
    [
      db
        .prepare(
          `UPDATE comments SET source = ?4, html = ?5, excerpt = ?6, shape = ?7, status = ?8,
         reasons = (SELECT json_group_array(json(value)) FROM
           (SELECT value FROM json_each(comments.reasons) WHERE value ->> 'code' IN (${OF_ARRIVAL})
            UNION ALL SELECT value FROM json_each(?9))),
         edited_at = ?10, updated_at = ?10 WHERE ${STILL_OWN} AND status = ?11`,
        )
        .bind(
          ...[edit.id, edit.tokenHash, edit.since, edit.text, edit.html, edit.excerpt, edit.shape],
          ...[edit.status, edit.reasons, edit.now, edit.before],
        ),
    ],
  );

/**
 * Takes one's own comment back: nothing of it stays but its number, nobody is told of answers, and no restore brings it
 * back.
 */
export function withdrawRow(db: D1Database, { id, tokenHash, since, now }: OwnChange): Statements {
  const run = (sql: string, ...values: string[]) => db.prepare(sql).bind(id, tokenHash, ...values);
  return [...counted(db, [id], [run(WITHDRAW, since, now)]), run(FORGET), run(REMEMBER, now)];
}

const WITHDRAW = `UPDATE comments SET status = 'trash', ${WIPE_TEXT}, updated_at = ?4 WHERE ${STILL_OWN}`;

/** ?1 and ?2: the comment, if it was taken back. */
const TAKEN_BACK = `FROM comments WHERE public_id = ?1 AND token_hash = ?2 AND status = 'trash' AND name = ''
  AND source = ''`;
const FORGET = `DELETE FROM subscriptions WHERE comment_id IN (SELECT id ${TAKEN_BACK})`;
const REMEMBER = `INSERT INTO erasures (public_id, what, at) SELECT public_id, 'text', ?3 ${TAKEN_BACK}
  ON CONFLICT (public_id) DO UPDATE SET what = 'text' WHERE what <> 'text'`;
