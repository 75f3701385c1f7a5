import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../../src/model.ts";

export interface PasskeyRow {
  readonly id: string;
  readonly authorId: number;
  readonly handle: string | null;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
}

export const findPasskey = (db: D1Database, id: string): Promise<PasskeyRow | null> =>
  db
    .prepare(
      `SELECT p.id, p.author_id AS authorId, a.handle, p.public_key AS publicKey, p.counter
       FROM passkeys p JOIN authors a ON a.id = p.author_id WHERE p.id = ?1`,
    )
    .bind(id)
    .first<PasskeyRow>();

export interface PasskeyDraft {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly now: UtcTime;
}

/** For the author with this handle, who may come into being in the same batch. */
export const insertPasskey = (
  db: D1Database,
  handle: string,
  draft: PasskeyDraft,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO passkeys (id, author_id, name, public_key, counter, transports, created_at)
       SELECT ?2, id, ?3, ?4, ?5, ?6, ?7 FROM authors WHERE handle = ?1`,
    )
    .bind(
      ...[handle, draft.id, draft.name, draft.publicKey, draft.counter],
      ...[JSON.stringify(draft.transports), draft.now],
    );

/** The counter only grows: where another answer was faster, the row stays, and so does its counter. */
export const countPasskey = (
  db: D1Database,
  { id, counter }: { readonly id: string; readonly counter: number },
  day: string,
): D1PreparedStatement =>
  db
    .prepare("UPDATE passkeys SET counter = max(counter, ?2), used_on = ?3 WHERE id = ?1")
    .bind(id, counter, day);

export const renamePasskey = (db: D1Database, authorId: number, id: string, name: string) =>
  db
    .prepare("UPDATE passkeys SET name = ?3 WHERE id = ?2 AND author_id = ?1 RETURNING id")
    .bind(authorId, id, name);

/** Removes one of several: the last stays. Its sessions end with it. */
export const deletePasskey = (db: D1Database, authorId: number, id: string): D1PreparedStatement =>
  db
    .prepare(
      `DELETE FROM passkeys WHERE id = ?2 AND author_id = ?1
         AND (SELECT count(*) FROM passkeys WHERE author_id = ?1) > 1 RETURNING id`,
    )
    .bind(authorId, id);

/** Good for one time: the second batch that says so fails, whole. */
export const spend = (db: D1Database, hash: string, until: UtcTime): D1PreparedStatement =>
  db.prepare("INSERT INTO spent (hash, until) VALUES (?1, ?2)").bind(hash, until);

/** Gives the author a handle, if there is none yet. */
export const suggestHandle = (db: D1Database, authorId: number, handle: string) =>
  db
    .prepare("UPDATE authors SET handle = coalesce(handle, ?2) WHERE id = ?1 RETURNING handle")
    .bind(authorId, handle);
