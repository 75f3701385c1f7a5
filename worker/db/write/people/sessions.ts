import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../../src/model.ts";

export interface SessionRow {
  readonly id: string;
  readonly authorId: number;
  readonly slug: string;
  readonly authorName: string;
  readonly role: "owner" | "editor" | "author";
  readonly hash: string;
  readonly nextHash: string | null;
  readonly nextAt: UtcTime | null;
  readonly lastHash: string | null;
  readonly lastUntil: UtcTime | null;
  readonly renewedAt: UtcTime;
  readonly seenAt: UtcTime;
}

/** By any of its hashes; whether that one still serves is for the caller to say. */
export const findSession = (db: D1Database, hash: string): Promise<SessionRow | null> =>
  db
    .prepare(
      `SELECT s.id, s.author_id AS authorId, a.slug, a.name AS authorName, a.role, s.hash, s.next_hash AS nextHash,
         s.next_at AS nextAt, s.last_hash AS lastHash, s.last_until AS lastUntil, s.renewed_at AS renewedAt,
         s.seen_at AS seenAt
       FROM sessions s JOIN authors a ON a.id = s.author_id
       WHERE s.hash = ?1 OR s.next_hash = ?1 OR s.last_hash = ?1`,
    )
    .bind(hash)
    .first<SessionRow>();

interface SessionDraft {
  readonly id: string;
  readonly hash: string;
  /** Null: of the author whose passkey it is, who may come into being in the same batch. */
  readonly authorId: number | null;
  readonly passkeyId: string;
  readonly browser: string;
  readonly now: UtcTime;
}

export const insertSession = (db: D1Database, draft: SessionDraft): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO sessions (id, author_id, passkey_id, hash, browser, created_at, renewed_at, seen_at)
       SELECT ?1, author_id, id, ?2, ?3, ?4, ?4, ?4 FROM passkeys WHERE id = ?5 AND author_id = coalesce(?6, author_id)`,
    )
    .bind(draft.id, draft.hash, draft.browser, draft.now, draft.passkeyId, draft.authorId);

/** Gives a session its next token, unless another request was faster. */
export const renewSession = (
  db: D1Database,
  { id, hash, nextHash }: Pick<SessionRow, "id" | "hash" | "nextHash">,
  fresh: string,
  now: UtcTime,
): D1PreparedStatement =>
  db
    .prepare(
      "UPDATE sessions SET next_hash = ?4, next_at = ?5, seen_at = ?5 WHERE id = ?1 AND hash = ?2 AND next_hash IS ?3",
    )
    .bind(id, hash, nextHash, fresh, now);

/** The next token was used, so it is the token; the one before serves until then. */
export const promoteSession = (
  db: D1Database,
  id: string,
  hash: string,
  { now, until }: { readonly now: UtcTime; readonly until: UtcTime },
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE sessions SET last_hash = hash, last_until = ?4, hash = next_hash, next_hash = NULL, next_at = NULL,
         renewed_at = ?3, seen_at = ?3 WHERE id = ?1 AND next_hash = ?2`,
    )
    .bind(id, hash, now, until);

export const seeSession = (db: D1Database, id: string, now: UtcTime): D1PreparedStatement =>
  db.prepare("UPDATE sessions SET seen_at = ?2 WHERE id = ?1").bind(id, now);

/** Ends a session of an author; gives its id where there was one. */
export const endSession = (db: D1Database, authorId: number, id: string): D1PreparedStatement =>
  db
    .prepare("DELETE FROM sessions WHERE id = ?2 AND author_id = ?1 RETURNING id")
    .bind(authorId, id);

/** Ends the session that a browser brought when it logged in: it gets another. */
export const endSessionOf = (db: D1Database, hash: string): D1PreparedStatement =>
  db.prepare("DELETE FROM sessions WHERE hash = ?1 OR next_hash = ?1 OR last_hash = ?1").bind(hash);
