import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import type { Statements } from "./drafts.ts";

/** Minutes between two mails of a kind to the same person. */
export const PAUSES = { owner: 60, answers: 10, confirm: 24 * 60, person: 24 * 60 } as const;

export type MailKind = keyof typeof PAUSES;

/** SQL: whether a row of the outbox is a mail that this release knows how to write. */
export const IS_MAIL = `json_extract(body, '$.kind') IN (${Object.keys(PAUSES)
  .map((kind) => `'${kind}'`)
  .join(", ")})`;

interface Now {
  readonly now: UtcTime;
}

/** SQL for what the setting says about mail. */
const MAIL = "(SELECT json_extract(value, '$.mail') FROM settings WHERE name = 'comments')";
export const MAILS_EVERYONE = `${MAIL} = 'everyone'`;

/** Where moderators are told: the addresses of the setting, else those of the blog's owners. */
const OWNERS = `json_each(coalesce(
    (SELECT json_extract(value, '$.to') FROM settings WHERE name = 'mail'),
    (SELECT json_group_array(email) FROM authors WHERE role = 'owner' AND email IS NOT NULL)))`;

/** Whoever moderates hears that a comment waits: at once, then at most once an hour. */
export const oweOwnerMail = (db: D1Database, { now }: Now): Statements => [
  db
    .prepare(
      owe("owner", {
        of: "owner.value",
        from: `${OWNERS} owner`,
        where: `${MAIL} IN ('owner', 'everyone')`,
      }),
    )
    .bind(now),
];

/**
 * Whoever wrote the comment above this approved one, and wants to know, hears of it: at most every ten minutes, and never
 * of an answer of their own.
 */
export const oweAnswerMail = (
  db: D1Database,
  commentPublicId: string,
  { now }: Now,
): Statements => [
  db
    .prepare(
      owe("answers", {
        of: "parent.public_id",
        from: `comments answer JOIN comments parent ON parent.id = answer.parent_id
          JOIN subscriptions ON subscriptions.comment_id = parent.id`,
        where: `answer.public_id = ?2 AND ${IS_NEWS} AND ${MAILS_EVERYONE}`,
      }),
    )
    .bind(now, commentPublicId),
];

/** SQL: whether the subscription wants to hear of the answer. */
export const IS_NEWS = `subscriptions.confirmed_at IS NOT NULL AND answer.status = 'approved'
  AND answer.number > subscriptions.told
  AND coalesce(lower(answer.email), '') <> subscriptions.email`;

/** Whoever wants to hear of answers is asked first: one mail a day to an address, about all that it has to confirm. */
export const oweConfirmMail = (db: D1Database, email: string, { now }: Now): Statements => [
  db
    .prepare(
      owe("confirm", {
        of: "?2",
        from: "(SELECT 1)",
        where: `${MAILS_EVERYONE} AND EXISTS (SELECT 1 FROM subscriptions WHERE email = ?2
          AND confirmed_at IS NULL AND asked_at IS NULL)`,
      }),
    )
    .bind(now, email),
];

interface Debt {
  /** SQL for whom or what it is about. */
  readonly of: string;
  readonly from: string;
  readonly where: string;
}

/** ?1 is now. What is owed already is not owed twice, but whoever sends it learns that it was asked for again. */
export const owe = (kind: MailKind, { of, from, where }: Debt): string =>
  `INSERT INTO outbox (queue, body, created_at, key, due_at)
   SELECT 'jobs', json_object('kind', '${kind}', 'of', ${of}), ?1, '${kind}:' || ${of},
     max(?1, coalesce((SELECT strftime('%Y-%m-%dT%H:%M:%SZ', at, '+${PAUSES[kind]} minutes') FROM mailed
       WHERE mailed.key = '${kind}:' || ${of}), ?1))
   FROM ${from} WHERE ${where}
   ON CONFLICT (key) WHERE key IS NOT NULL DO UPDATE SET asked = asked + 1`;
