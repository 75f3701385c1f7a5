import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import type { Statements } from "./drafts.ts";
import { WIPE_TEXT } from "./wipe.ts";

/** Rows of a kind that one run deletes; the rest is still old in the next. */
const MOST_ROWS = 500;

/** Days after which something is of no use to anybody. */
export const KEPT_DAYS = {
  spam: 30,
  trash: 30,
  unconfirmed: 7,
  /** When somebody was mailed is asked for a day at most. */
  mailed: 2,
  persons: 1,
  /** A mail that could not be sent for so long says nothing new. */
  owed: 7,
  visitorWrites: 8,
  figures: 400,
  /** Idle. */
  sessions: 30,
  audit: 90,
  answered: 1,
} as const;

/**
 * Forgets what is too old to be kept: running it again, or late, comes to the same. What has a number keeps its place, empty,
 * so that the thread and its numbers stay.
 */
export const forgetOld = (db: D1Database, now: UtcTime): Statements => {
  const old = (days: number) => `strftime('%Y-%m-%dT%H:%M:%SZ', ?1, '-${days} days')`;
  const rejected = (status: "spam" | "trash") => {
    const since = `strftime('%Y-%m-%dT%H:%M:%SZ', ?1, '-' || ${set(status, KEPT_DAYS[status])} || ' days')`;
    return `status = '${status}' AND status <> 'approved' AND created_at <= ${since} AND updated_at <= ${since}`;
  };
  const some = (key: string, from: string) =>
    `${key} IN (SELECT ${key} FROM ${from} LIMIT ${MOST_ROWS})`;
  const sql = (["spam", "trash"] as const).flatMap((status) => [
    `DELETE FROM comments WHERE ${some("id", `comments WHERE ${rejected(status)} AND number IS NULL`)}`,
    `UPDATE comments SET ${WIPE_TEXT}, token_hash = NULL WHERE ${some(
      "id",
      `comments WHERE ${rejected(status)} AND (name <> '' OR source <> '' OR token_hash IS NOT NULL)`,
    )}`,
  ]);
  return [
    ...sql,
    `DELETE FROM subscriptions WHERE confirmed_at IS NULL AND created_at <= ${old(KEPT_DAYS.unconfirmed)}`,
    `DELETE FROM mailed WHERE at <= ${old(KEPT_DAYS.mailed)}`,
    `DELETE FROM persons WHERE created_at <= ${old(KEPT_DAYS.persons)}`,
    `DELETE FROM outbox WHERE queue = 'jobs' AND created_at <= ${old(KEPT_DAYS.owed)}`,
    `DELETE FROM sessions WHERE seen_at <= ${old(KEPT_DAYS.sessions)}`,
    "DELETE FROM invitations WHERE expires_at <= ?1",
    "DELETE FROM spent WHERE until <= ?1",
    `DELETE FROM audit WHERE at <= ${old(KEPT_DAYS.audit)}`,
    `DELETE FROM answered WHERE at <= ${old(KEPT_DAYS.answered)}`,
    ...["reads", "subscribers", "referrers"].map(
      (table) =>
        `DELETE FROM ${table} WHERE day <= substr(strftime('%Y-%m-%dT%H:%M:%SZ', ?1, '-' || ${set("figures", KEPT_DAYS.figures)} || ' days'), 1, 10)`,
    ),
    `DELETE FROM figures_taken WHERE day <= substr(${old(KEPT_DAYS.visitorWrites)}, 1, 10)`,
    `DELETE FROM visitor_writes WHERE day <= substr(${old(KEPT_DAYS.visitorWrites)}, 1, 10)`,
  ]
    .map((text) => db.prepare(text).bind(now))
    .concat(db.prepare(FORGET_REMOVED).bind());
};

/** SQL for the days that the owner set, else those that hold by themselves. */
const set = (name: "spam" | "trash" | "figures", days: number): string =>
  `coalesce((SELECT json_extract(value, '$.${name}') FROM settings WHERE name = 'retention'), ${days})`;

/** Nobody answers what was removed. */
const FORGET_REMOVED = `DELETE FROM subscriptions WHERE EXISTS
  (SELECT 1 FROM comments c WHERE c.id = comment_id AND c.status IN ('spam', 'trash'))`;
