import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import type { Statements } from "./drafts.ts";
import { MAILS_EVERYONE, oweConfirmMail } from "./outbox.ts";

/** The sentence that is agreed to; a change of its meaning makes it another. */
const CONSENT = "1";

export interface SubscriptionDraft {
  readonly commentPublicId: string;
  readonly email: string;
  readonly now: UtcTime;
}

/**
 * For the batch that stores a comment whose writer wants to hear of answers: waits for the address to be confirmed, and owes
 * the mail that asks for it. Nothing where the blog does not mail to everybody, and nothing for spam.
 */
export function subscribe(
  db: D1Database,
  { commentPublicId, email, now }: SubscriptionDraft,
): Statements {
  const address = email.toLowerCase();
  return [
    db
      .prepare(
        `INSERT INTO subscriptions (comment_id, email, consent, created_at, told)
         SELECT comments.id, ?2, ?3, ?4, posts.last_number FROM comments JOIN posts ON posts.id = comments.post_id
         WHERE comments.public_id = ?1 AND comments.status IN ('pending', 'approved') AND ${MAILS_EVERYONE}
         ON CONFLICT DO NOTHING`,
      )
      .bind(commentPublicId, address, CONSENT, now),
    ...oweConfirmMail(db, address, { now }),
  ];
}

const OF_COMMENT = "comment_id = (SELECT id FROM comments WHERE public_id = ?1)";

/** The address is the writer's: answers are told from now on. Doing it twice keeps the first time. */
export const confirmSubscription = (
  db: D1Database,
  commentPublicId: string,
  now: UtcTime,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE subscriptions SET confirmed_at = coalesce(confirmed_at, ?2) WHERE ${OF_COMMENT} RETURNING comment_id`,
    )
    .bind(commentPublicId, now);

export const deleteSubscription = (db: D1Database, commentPublicId: string): D1PreparedStatement =>
  db.prepare(`DELETE FROM subscriptions WHERE ${OF_COMMENT}`).bind(commentPublicId);

/** The mail that asks was sent: it asks once. */
export const rememberAsked = (
  db: D1Database,
  commentPublicIds: readonly string[],
  now: UtcTime,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE subscriptions SET asked_at = ?2 WHERE comment_id IN
         (SELECT id FROM comments WHERE public_id IN (SELECT value FROM json_each(?1)))`,
    )
    .bind(JSON.stringify(commentPublicIds), now);

/** Answers up to this number are known. */
export const rememberTold = (
  db: D1Database,
  commentPublicId: string,
  number: number,
): D1PreparedStatement =>
  db
    .prepare(`UPDATE subscriptions SET told = max(told, ?2) WHERE ${OF_COMMENT}`)
    .bind(commentPublicId, number);
