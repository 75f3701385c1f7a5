import type { D1Database, Queue } from "@cloudflare/workers-types";
import { listOutbox } from "../db/read/caches.ts";

/** Sends what a batch has left in the outbox. Where that fails nothing is lost: within a minute cron has the consumer look. */
export async function sendOwed(db: D1Database, queue: Queue): Promise<void> {
  try {
    const owed = await listOutbox(db);
    if (owed.length > 0) await queue.sendBatch(owed.map((body) => ({ body })));
  } catch (error) {
    console.error(JSON.stringify({ level: "warning", message: `The outbox waits: ${error}` }));
  }
}
