import type { D1Database, D1Result } from "@cloudflare/workers-types";
import type { InterfaceLang, UtcTime } from "../../../src/model.ts";
import { IS_MAIL, IS_NEWS } from "../write/outbox.ts";
import { HAS_STATUS } from "./moderation.ts";

/** The blog as a mail needs it. */
export interface MailBlog {
  readonly title: string;
  readonly lang: InterfaceLang;
  readonly mail: "off" | "owner" | "everyone";
  /** The address that mails come from; empty while none is set. */
  readonly from: string;
}

export async function findMailBlog(db: D1Database): Promise<MailBlog> {
  const sql = `SELECT coalesce((SELECT json_extract(json, '$.title') FROM site), '') AS title,
    coalesce((SELECT json_extract(json, '$.lang') FROM site), 'en') AS lang,
    coalesce((SELECT json_extract(value, '$.mail') FROM settings WHERE name = 'comments'), 'off') AS mail,
    coalesce((SELECT json_extract(value, '$.from') FROM settings WHERE name = 'mail'), '') AS "from"`;
  const row = await db.prepare(sql).bind().first<MailBlog>();
  return row ?? { title: "", lang: "en", mail: "off", from: "" };
}

/** Mails that are due and that nobody is sending, oldest first. */
export async function listDueMail(
  db: D1Database,
  { now, stale }: { readonly now: UtcTime; readonly stale: UtcTime },
): Promise<number[]> {
  const sql = `SELECT id FROM outbox WHERE queue = 'jobs' AND due_at <= ?1 AND ${IS_MAIL}
    AND (claimed_at IS NULL OR claimed_at <= ?2) ORDER BY due_at LIMIT 50`;
  const { results } = await db.prepare(sql).bind(now, stale).all<{ id: number }>();
  return results.map(({ id }) => id);
}

/** What a comment says in plain text: as it was typed, or of an import its first line. */
const TEXT = (comment: string): string =>
  `CASE ${comment}.format WHEN 'markdown' THEN ${comment}.source ELSE ${comment}.excerpt END AS text`;

export interface HeldRow {
  readonly publicId: string;
  readonly name: string;
  readonly text: string;
  /** JSON. */
  readonly reasons: string;
  readonly postTitle: string;
}

/** How many comments wait, and the newest of them. */
export async function listHeld(
  db: D1Database,
  most: number,
): Promise<{ waiting: number; newest: HeldRow[] }> {
  const [waiting, newest] = (await db.batch([
    db.prepare(`SELECT count(*) AS waiting FROM comments c WHERE ${HAS_STATUS.pending}`).bind(),
    db
      .prepare(
        `SELECT c.public_id AS publicId, c.name, ${TEXT("c")}, c.reasons, p.title AS postTitle
         FROM comments c JOIN posts p ON p.id = c.post_id WHERE ${HAS_STATUS.pending}
         ORDER BY c.created_at DESC LIMIT ?1`,
      )
      .bind(most),
  ])) as [D1Result<{ waiting: number }>, D1Result<HeldRow>];
  return { waiting: waiting.results[0]?.waiting ?? 0, newest: newest.results };
}

export interface AnswerRow {
  readonly publicId: string;
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly postPath: string;
  readonly postTitle: string;
  readonly email: string;
}

/** What a subscriber does not know yet, oldest first. */
export async function listAnswers(db: D1Database, commentPublicId: string): Promise<AnswerRow[]> {
  const sql = `SELECT answer.public_id AS publicId, answer.number, answer.name, ${TEXT("answer")},
      p.path AS postPath, p.title AS postTitle, subscriptions.email
    FROM comments parent JOIN subscriptions ON subscriptions.comment_id = parent.id
    JOIN public_posts p ON p.id = parent.post_id JOIN comments answer ON answer.parent_id = parent.id
    WHERE parent.public_id = ?1 AND parent.status = 'approved' AND ${IS_NEWS}
    ORDER BY answer.number LIMIT 100`;
  return (await db.prepare(sql).bind(commentPublicId).all<AnswerRow>()).results;
}

export interface UnconfirmedRow {
  readonly publicId: string;
  readonly postTitle: string;
}

/** Comments of an address that still has to be confirmed for them, and was never asked. */
export async function listUnconfirmed(
  db: D1Database,
  email: string,
  most: number,
): Promise<UnconfirmedRow[]> {
  const sql = `SELECT c.public_id AS publicId, p.title AS postTitle
    FROM subscriptions s JOIN comments c ON c.id = s.comment_id JOIN posts p ON p.id = c.post_id
    WHERE s.email = ?1 AND s.confirmed_at IS NULL AND s.asked_at IS NULL AND c.status IN ('pending', 'approved')
    ORDER BY s.created_at LIMIT ?2`;
  return (await db.prepare(sql).bind(email, most).all<UnconfirmedRow>()).results;
}

/** Mails of one kind that were sent since then. */
export async function countMailed(db: D1Database, kind: string, since: UtcTime): Promise<number> {
  const sql = "SELECT count(*) AS sent FROM mailed WHERE key >= ?1 AND key < ?2 AND at > ?3";
  return (await db.prepare(sql).bind(`${kind}:`, `${kind};`, since).first<number>("sent")) ?? 0;
}
