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
  /** Of the author for whom it acts; null for the owner's own. */
  readonly authorId: number | null;
  readonly slug: string | null;
  readonly authorName: string | null;
  readonly role: "owner" | "editor" | "author" | null;
}

const SELECT_TOKEN = `SELECT t.hash, t.name, t.scopes, t.created_at AS createdAt, t.expires_at AS expiresAt,
  t.revoked_at AS revokedAt, t.used_on AS usedOn, t.author_id AS authorId, a.slug, a.name AS authorName, a.role
  FROM tokens t LEFT JOIN authors a ON a.id = t.author_id`;

/** By the hash of the whole token, so that no comparison can tell how much of it was right. */
export const findToken = (db: D1Database, hash: string): Promise<TokenRow | null> =>
  db.prepare(`${SELECT_TOKEN} WHERE t.hash = ?1`).bind(hash).first<TokenRow>();

export async function listTokens(db: D1Database): Promise<TokenRow[]> {
  return (await db.prepare(`${SELECT_TOKEN} ORDER BY t.created_at, t.name`).bind().all<TokenRow>())
    .results;
}

export type TokenDraft = Pick<TokenRow, "hash" | "name" | "scopes" | "createdAt" | "expiresAt"> & {
  readonly authorId?: number | null;
};

export const insertToken = (db: D1Database, draft: TokenDraft): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO tokens (hash, name, scopes, created_at, expires_at, author_id)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING name`,
    )
    .bind(
      ...[draft.hash, draft.name, draft.scopes, draft.createdAt, draft.expiresAt],
      draft.authorId ?? null,
    );

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

/** An author's own that are valid. */
export async function listTokensOf(db: D1Database, authorId: number): Promise<TokenRow[]> {
  const sql = `${SELECT_TOKEN} WHERE t.author_id = ?1 AND t.revoked_at IS NULL ORDER BY t.created_at, t.name`;
  return (await db.prepare(sql).bind(authorId).all<TokenRow>()).results;
}

/** Ends one of an author's own. */
export const endTokenOf = (db: D1Database, authorId: number, name: string, now: UtcTime) =>
  db
    .prepare(
      `UPDATE tokens SET revoked_at = ?3 WHERE name = ?2 AND author_id = ?1 AND revoked_at IS NULL
       RETURNING name`,
    )
    .bind(authorId, name, now);
