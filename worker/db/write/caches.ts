import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";

/** KV writes of a day, by what they are for: together under the free plan's 1,000, which deletes count for too. */
export const RESERVES = { admit: 400, write: 200, site: 300 } as const;

export type WriteKind = keyof typeof RESERVES;

/** Takes one KV write of this kind from the day's reserve (UTC): gives how many are left after it, or null if none was. */
export async function takeWrite(
  db: D1Database,
  kind: WriteKind,
  day: string,
): Promise<number | null> {
  const sql = `INSERT INTO kv_writes (day, kind, spent) VALUES (?1, ?2, 1)
    ON CONFLICT (day, kind) DO UPDATE SET spent = spent + 1 WHERE spent < ?3 RETURNING spent`;
  const most = RESERVES[kind];
  const row = await db.prepare(sql).bind(day, kind, most).first<{ spent: number }>();
  return row && most - row.spent;
}

/** Whether the day's admissions are spent. */
export const isSpent = (admitted: number): boolean => admitted >= RESERVES.admit;

/** Gives back a write that KV refused. */
export async function returnWrite(db: D1Database, kind: WriteKind, day: string): Promise<void> {
  const sql = "UPDATE kv_writes SET spent = spent - 1 WHERE day = ?1 AND kind = ?2 AND spent > 0";
  await db.prepare(sql).bind(day, kind).run();
}

/** Everything in KV is of another history from now on. */
export async function updateGeneration(db: D1Database, generation: string): Promise<void> {
  const sql = `INSERT INTO caches (id, generation) VALUES (1, ?1)
    ON CONFLICT (id) DO UPDATE SET generation = ?1`;
  await db.prepare(sql).bind(generation).run();
}

/** Remembers which site entry KV was given, and that the outbox owes nothing up to it. */
export async function recordPut(
  db: D1Database,
  put: { readonly seq: number; readonly build: string; readonly at: UtcTime },
): Promise<void> {
  await db.batch([
    db
      .prepare("UPDATE caches SET put_seq = ?1, put_build = ?2, put_at = ?3 WHERE id = 1")
      .bind(put.seq, put.build, put.at),
    db
      .prepare("DELETE FROM outbox WHERE queue = 'refresh' AND json_extract(body, '$.seq') <= ?1")
      .bind(put.seq),
  ]);
}

/** What is older than any cache may be leaves; the newest change stays, since everything is counted from it. */
export async function deleteOldChanges(db: D1Database, before: UtcTime): Promise<void> {
  await db.batch([
    db
      .prepare("DELETE FROM changes WHERE at < ?1 AND seq < (SELECT max(seq) FROM changes)")
      .bind(before),
    db.prepare("DELETE FROM kv_writes WHERE day < ?1").bind(before.slice(0, 10)),
  ]);
}
