import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";

/** What is kept of a token. */
export interface TokenRow {
  readonly hash: string;
  readonly name: string;
  /** Words with spaces between them. */
  readonly scopes: string;
  readonly createdAt: UtcTime;
  readonly expiresAt: UtcTime | null;
  readonly revokedAt: UtcTime | null;
  /** YYYY-MM-DD */
  readonly usedOn: string | null;
}

const SELECT_TOKEN = `SELECT hash, name, scopes, created_at AS createdAt, expires_at AS expiresAt,
  revoked_at AS revokedAt, used_on AS usedOn FROM tokens`;

/** By the hash of the whole token, so that no comparison can tell how much of it was right. */
export const findToken = (db: D1Database, hash: string): Promise<TokenRow | null> =>
  db.prepare(`${SELECT_TOKEN} WHERE hash = ?1`).bind(hash).first<TokenRow>();

export async function listTokens(db: D1Database): Promise<TokenRow[]> {
  return (await db.prepare(`${SELECT_TOKEN} ORDER BY created_at, name`).bind().all<TokenRow>())
    .results;
}

export type TokenDraft = Pick<TokenRow, "hash" | "name" | "scopes" | "createdAt" | "expiresAt">;

export const insertToken = (db: D1Database, draft: TokenDraft): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO tokens (hash, name, scopes, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)
       RETURNING name`,
    )
    .bind(draft.hash, draft.name, draft.scopes, draft.createdAt, draft.expiresAt);

/** Gives the row of the one that was valid until now. */
export const revokeToken = (db: D1Database, name: string, now: UtcTime): D1PreparedStatement =>
  db
    .prepare(
      "UPDATE tokens SET revoked_at = ?2 WHERE name = ?1 AND revoked_at IS NULL RETURNING name",
    )
    .bind(name, now);

/** Noted once a day at most: a token that works hard costs no more writes. */
export const updateUsedOn = (db: D1Database, hash: string, day: string): D1PreparedStatement =>
  db.prepare("UPDATE tokens SET used_on = ?2 WHERE hash = ?1").bind(hash, day);
