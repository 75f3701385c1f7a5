import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import type { Statements } from "./drafts.ts";
import { MAILS_EVERYONE, owe } from "./outbox.ts";

/** Hours that the link to what is stored about somebody works. */
export const PERSON_HOURS = 24;

export interface PersonDraft {
  /** Random. */
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  readonly now: UtcTime;
}

/** Owes a mail with a link to whoever left this address in the blog; nothing to anybody else, and one a day. */
export const insertPerson = (db: D1Database, { id, email, now }: PersonDraft): Statements => [
  db
    .prepare(
      `INSERT INTO persons (email, id, created_at) SELECT ?1, ?2, ?3
       WHERE ${MAILS_EVERYONE} AND (EXISTS (SELECT 1 FROM comments WHERE lower(email) = ?1 AND email IS NOT NULL
           AND status <> 'spam')
         OR EXISTS (SELECT 1 FROM subscriptions WHERE email = ?1 AND confirmed_at IS NOT NULL))
       ON CONFLICT (email) DO UPDATE SET id = ?2, created_at = ?3
         WHERE created_at <= strftime('%Y-%m-%dT%H:%M:%SZ', ?3, '-${PERSON_HOURS} hours')`,
    )
    .bind(email, id, now),
  db
    .prepare(
      owe("person", {
        of: "?2",
        from: "persons",
        where: "persons.id = ?2",
      }),
    )
    .bind(now, id),
];

/** The address of somebody who asked; null once the link has ended. */
export async function findPersonEmail(
  db: D1Database,
  id: string,
  now: UtcTime,
): Promise<string | null> {
  const sql = `SELECT email FROM persons WHERE id = ?1
    AND created_at > strftime('%Y-%m-%dT%H:%M:%SZ', ?2, '-${PERSON_HOURS} hours')`;
  return db.prepare(sql).bind(id, now).first<string>("email");
}
