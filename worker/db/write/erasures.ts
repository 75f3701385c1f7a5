import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { changeOfThose } from "./changes.ts";
import { counted } from "./discussion/counted.ts";
import type { Statements } from "./drafts.ts";
import { updateSite } from "./site.ts";
import { WIPE_TEXT } from "./wipe.ts";

/** What of a comment was erased: all that it says, or only who said it. */
export type Erased = "text" | "name";

export interface Erasure {
  readonly id: string;
  readonly what: Erased;
}

const IDS = "(SELECT value FROM json_each(?1))";

export interface Erasing {
  readonly what: Erased;
  /** The name of somebody without one. */
  readonly anonymous: string;
  readonly now: UtcTime;
}

/**
 * Erases these comments, and remembers it, so that nothing brings them back. A comment without its text is a place in its
 * thread; one without its name is a text by nobody. Where nobody saw them nothing changes for readers.
 */
export function eraseComments(
  db: D1Database,
  ids: readonly string[],
  { what, anonymous, now }: Erasing,
): Statements {
  const json = JSON.stringify(ids);
  const text = `UPDATE comments SET status = 'trash', ${WIPE_TEXT}, updated_at = ?2 WHERE public_id IN ${IDS}`;
  const name = `UPDATE comments SET name = iif(source = '', '', ?3), email = NULL, url = NULL, token_hash = NULL,
    updated_at = ?2 WHERE public_id IN ${IDS}`;
  const { here, after } = changeOfThose(db, ids, "approved", { now, gone: true });
  return [
    ...here,
    db
      .prepare(
        `INSERT INTO erasures (public_id, what, at) SELECT value, ?2, ?3 FROM json_each(?1) WHERE true
         ON CONFLICT (public_id) DO UPDATE SET what = 'text' WHERE excluded.what = 'text'`,
      )
      .bind(json, what, now),
    ...(what === "text"
      ? counted(db, ids, [db.prepare(text).bind(json, now)])
      : [db.prepare(name).bind(json, now, anonymous)]),
    ...forgetMailsOf(db, json),
    updateSite(db),
    ...after,
  ];
}

/** Nobody is told of these any more, nor stands anywhere that they were. */
const forgetMailsOf = (db: D1Database, json: string): Statements =>
  [
    `DELETE FROM subscriptions WHERE comment_id IN (SELECT id FROM comments WHERE public_id IN ${IDS})`,
    `DELETE FROM outbox WHERE key IN (SELECT 'answers:' || value FROM json_each(?1))`,
    `DELETE FROM mailed WHERE key IN (SELECT 'answers:' || value FROM json_each(?1))`,
  ].map((sql) => db.prepare(sql).bind(json));

/** Nothing waits for this address, and nobody remembers having written to it. */
export const forgetAddress = (db: D1Database, email: string): Statements =>
  [
    "DELETE FROM subscriptions WHERE email = ?1",
    "DELETE FROM outbox WHERE key = 'confirm:' || ?1 OR key IN (SELECT 'person:' || id FROM persons WHERE email = ?1)",
    "DELETE FROM mailed WHERE key = 'confirm:' || ?1",
    "DELETE FROM persons WHERE email = ?1",
  ].map((sql) => db.prepare(sql).bind(email));

/** Adds erasures of which the database knows nothing, or less. */
export const insertErasures = (
  db: D1Database,
  erasures: readonly Erasure[],
  now: UtcTime,
): Statements =>
  erasures.length === 0
    ? []
    : [
        db
          .prepare(
            `INSERT INTO erasures (public_id, what, at)
             SELECT value ->> 'id', value ->> 'what', ?2 FROM json_each(?1) WHERE true
             ON CONFLICT (public_id) DO UPDATE SET what = 'text' WHERE excluded.what = 'text'`,
          )
          .bind(JSON.stringify(erasures), now),
      ];
