import type { D1Database, D1Result } from "@cloudflare/workers-types";
import type { CommentKind, UtcTime } from "../../../src/model.ts";
import type { CommentStatus } from "../write/drafts.ts";
import type { Erasure } from "../write/erasures.ts";

/** Whose: everything of an address, or the one comment of a token. */
export type Who = { readonly email: string } | { readonly tokenHash: string };

export interface PersonComment {
  readonly id: string;
  readonly kind: CommentKind;
  readonly status: CommentStatus;
  readonly number: number | null;
  readonly name: string;
  readonly email: string | null;
  readonly url: string | null;
  readonly text: string;
  readonly quote: string | null;
  /** JSON. */
  readonly reasons: string;
  readonly createdAt: UtcTime;
  readonly editedAt: UtcTime | null;
  readonly approvedAt: UtcTime | null;
  readonly postGuid: string;
  readonly postPath: string;
  readonly postTitle: string;
}

export interface PersonSubscription {
  readonly comment: string;
  readonly email: string;
  readonly consent: string;
  readonly createdAt: UtcTime;
  readonly confirmedAt: UtcTime | null;
}

const WHOSE = (who: Who): { sql: string; value: string } =>
  "email" in who
    ? { sql: "lower(c.email) = ?1 AND c.email IS NOT NULL", value: who.email.toLowerCase() }
    : { sql: "c.token_hash = ?1", value: who.tokenHash };

const SUBSCRIBED = " UNION ALL SELECT comment_id FROM subscriptions WHERE email = ?1";

/** All that is stored about somebody. */
export async function findPerson(
  db: D1Database,
  who: Who,
): Promise<{ comments: PersonComment[]; subscriptions: PersonSubscription[] }> {
  const { sql, value } = WHOSE(who);
  const own = `SELECT c.id FROM comments c WHERE ${sql}${"email" in who ? SUBSCRIBED : ""}`;
  const [comments, subscriptions] = (await db.batch([
    db
      .prepare(
        `SELECT c.public_id AS id, c.kind, c.status, c.number, c.name, c.email, c.url, c.source AS text, c.quote, c.reasons,
           c.created_at AS createdAt, c.edited_at AS editedAt, c.approved_at AS approvedAt,
           p.guid AS postGuid, p.path AS postPath, p.title AS postTitle
         FROM comments c JOIN posts p ON p.id = c.post_id WHERE ${sql} ORDER BY c.created_at`,
      )
      .bind(value),
    db
      .prepare(
        `SELECT c.public_id AS comment, s.email, s.consent, s.created_at AS createdAt, s.confirmed_at AS confirmedAt
         FROM subscriptions s JOIN comments c ON c.id = s.comment_id
         WHERE s.comment_id IN (${own}) ORDER BY s.created_at`,
      )
      .bind(value),
  ])) as [D1Result<PersonComment>, D1Result<PersonSubscription>];
  return { comments: comments.results, subscriptions: subscriptions.results };
}

/** Comments that were erased and are there again: a restore brought them back. */
export async function listUndone(db: D1Database, most: number): Promise<Erasure[]> {
  const sql = `SELECT e.public_id AS id, e.what
    FROM erasures e CROSS JOIN comments c ON c.public_id = e.public_id
    WHERE CASE e.what WHEN 'text' THEN c.status <> 'trash' OR c.source <> '' OR c.name <> '' OR c.email IS NOT NULL
      ELSE c.email IS NOT NULL OR c.url IS NOT NULL OR c.token_hash IS NOT NULL END LIMIT ?1`;
  return (await db.prepare(sql).bind(most).all<Erasure>()).results;
}

/** All that were erased, a page at a time. */
export async function listErasures(
  db: D1Database,
  after: string,
  most: number,
): Promise<Erasure[]> {
  const sql =
    "SELECT public_id AS id, what FROM erasures WHERE public_id > ?1 ORDER BY public_id LIMIT ?2";
  return (await db.prepare(sql).bind(after, most).all<Erasure>()).results;
}
