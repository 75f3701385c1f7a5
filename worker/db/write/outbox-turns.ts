import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import type { Statements } from "./drafts.ts";
import { IS_MAIL, type MailKind, PAUSES } from "./outbox.ts";

/** A mail that this consumer, and nobody else, may send now. */
export interface MailTurn {
  readonly id: number;
  readonly kind: MailKind;
  /** An address, a comment's public id or a person's id, as the kind has it. */
  readonly of: string;
  readonly messageId: string;
  /** Whose claim it is: what somebody else has claimed since is theirs. */
  readonly by: string;
  /** How often the mail service refused it. */
  readonly tries: number;
  /** How often it was sent without anybody knowing whether it arrived. */
  readonly repeats: number;
}

export interface Claim {
  readonly now: UtcTime;
  /** Who claimed it before this has ended, whatever became of it. */
  readonly stale: UtcTime;
  /** Random; asking twice with the same one gives the same turn. */
  readonly by: string;
  /** What it is called if it was never sent. */
  readonly messageId: string;
}

/** Takes a mail out of the outbox for one consumer; null where it was sent, is not due, or is somebody else's. */
export async function claimMail(
  db: D1Database,
  id: number,
  { now, stale, by, messageId }: Claim,
): Promise<MailTurn | null> {
  const sql = `UPDATE outbox SET claimed_at = ?2, claimed_by = ?4, message_id = coalesce(message_id, ?5), asked = 1,
      repeats = repeats + (claimed_by IS NOT NULL AND claimed_by <> ?4)
    WHERE id = ?1 AND queue = 'jobs' AND due_at <= ?2 AND ${IS_MAIL}
      AND (claimed_at IS NULL OR claimed_at <= ?3 OR claimed_by = ?4)
    RETURNING id, json_extract(body, '$.kind') AS kind, json_extract(body, '$.of') AS "of",
      message_id AS messageId, claimed_by AS "by", tries, repeats`;
  return db.prepare(sql).bind(id, now, stale, by, messageId).first<MailTurn>();
}

const keyOf = ({ kind, of }: MailTurn): string => `${kind}:${of}`;

/** It is settled, and leaves; what was asked for meanwhile comes after the usual pause. `told`: whether anybody was. */
export const settleMail = (
  db: D1Database,
  turn: MailTurn,
  { now, told }: { readonly now: UtcTime; readonly told: boolean },
): Statements => [
  ...(told ? [rememberMailed(db, turn, now)] : []),
  db
    .prepare("DELETE FROM outbox WHERE id = ?1 AND claimed_by = ?2 AND asked = 1")
    .bind(turn.id, turn.by),
  db
    .prepare(
      `UPDATE outbox SET due_at = strftime('%Y-%m-%dT%H:%M:%SZ', ?2, ?3), claimed_at = NULL, claimed_by = NULL,
         message_id = NULL, tries = 0, repeats = 0 WHERE id = ?1 AND claimed_by = ?4`,
    )
    .bind(turn.id, now, `+${told ? PAUSES[turn.kind] : 0} minutes`, turn.by),
];

const rememberMailed = (db: D1Database, turn: MailTurn, now: UtcTime): D1PreparedStatement =>
  db
    .prepare("INSERT INTO mailed (key, at) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET at = ?2")
    .bind(keyOf(turn), now);

/** It goes back and comes again later: refused, not begun, or sent without an answer. */
export const returnMail = (
  db: D1Database,
  { id, by }: MailTurn,
  later: { readonly dueAt: UtcTime; readonly tries: number; readonly repeats: number },
): Statements => [
  db
    .prepare(
      `UPDATE outbox SET due_at = ?2, tries = ?3, repeats = ?4, claimed_at = NULL, claimed_by = NULL
       WHERE id = ?1 AND claimed_by = ?5`,
    )
    .bind(id, later.dueAt, later.tries, later.repeats, by),
];

/** It was given up; the debt is gone. */
export const giveMailUp = (db: D1Database, turn: MailTurn, now: UtcTime): Statements => [
  // Perhaps it arrived after all.
  rememberMailed(db, turn, now),
  db.prepare("DELETE FROM outbox WHERE id = ?1 AND claimed_by = ?2").bind(turn.id, turn.by),
];
