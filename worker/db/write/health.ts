import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";

/** Notes that cron ran. */
export const beat = (db: D1Database, now: UtcTime): D1PreparedStatement =>
  db
    .prepare("INSERT INTO heartbeat (id, at) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET at = ?1")
    .bind(now);

export interface DeadLetter {
  readonly id: string;
  readonly queue: "refresh" | "jobs";
  /** JSON. */
  readonly body: string;
  readonly at: UtcTime;
}

/** Keeps a message that failed too often; one that comes twice is there once. */
export const insertDeadLetter = (db: D1Database, { id, queue, body, at }: DeadLetter) =>
  db
    .prepare("INSERT OR IGNORE INTO dead_letters (id, queue, body, at) VALUES (?1, ?2, ?3, ?4)")
    .bind(id, queue, body, at);

/** Takes a message out; gives it, if it was there. */
export const takeDeadLetter = (db: D1Database, id: string) =>
  db
    .prepare("DELETE FROM dead_letters WHERE id = ?1 RETURNING queue, body")
    .bind(id)
    .first<Pick<DeadLetter, "queue" | "body">>();
