import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";

/** A request that creates something, as it is known again. */
export interface Claim {
  /** Of who asks, the address and the key. */
  readonly hash: string;
  readonly bodyHash: string;
  readonly now: UtcTime;
}

/**
 * Takes a request on: gives a row, unless another of the same key is being worked on or was answered. One that is worked on
 * since before `stale`, or was answered before `old`, has no more to say.
 */
export const claimAnswer = (
  db: D1Database,
  { hash, bodyHash, now }: Claim,
  { stale, old }: { readonly stale: UtcTime; readonly old: UtcTime },
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO answered (hash, body_hash, at) VALUES (?1, ?2, ?3)
       ON CONFLICT (hash) DO UPDATE SET body_hash = excluded.body_hash, answer = NULL, at = excluded.at
         WHERE at <= ?5 OR (answer IS NULL AND at <= ?4 AND body_hash = excluded.body_hash) RETURNING hash`,
    )
    .bind(hash, bodyHash, now, stale, old);

/** JSON; empty: it was answered, with what nobody keeps. */
export const keepAnswer = (db: D1Database, hash: string, answer: string): D1PreparedStatement =>
  db.prepare("UPDATE answered SET answer = ?2 WHERE hash = ?1").bind(hash, answer);

/** Nothing came of it: the same may be asked again. */
export const dropClaim = (db: D1Database, hash: string): D1PreparedStatement =>
  db.prepare("DELETE FROM answered WHERE hash = ?1 AND answer IS NULL").bind(hash);

export const findAnswer = (db: D1Database, hash: string) =>
  db
    .prepare("SELECT body_hash AS bodyHash, answer FROM answered WHERE hash = ?1")
    .bind(hash)
    .first<{ readonly bodyHash: string; readonly answer: string | null }>();
