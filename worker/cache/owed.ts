import type { D1Database, Queue } from "@cloudflare/workers-types";
import type { UtcTime } from "../../src/model.ts";
import { listOutbox } from "../db/read/caches.ts";
import { listDueMail } from "../db/read/mail.ts";

/** Sends what a batch has left in the outbox. Where that fails nothing is lost: within a minute cron has the consumer look. */
export async function sendOwed(db: D1Database, queue: Queue): Promise<void> {
  try {
    const owed = await listOutbox(db);
    if (owed.length > 0) await queue.sendBatch(owed.map((body) => ({ body })));
  } catch (error) {
    console.error(JSON.stringify({ level: "warning", message: `The outbox waits: ${error}` }));
  }
}

/** Milliseconds after which whoever began to send a mail is gone: an invocation of a queue's consumer ends long before. */
export const MAIL_STALE_MS = 10 * 60_000;

/** The mails that are due, as messages for the queue JOBS. */
export async function listOwedMail(db: D1Database, now: UtcTime) {
  const stale = `${new Date(Date.parse(now) - MAIL_STALE_MS).toISOString().slice(0, 19)}Z`;
  return (await listDueMail(db, { now, stale })).map((id) => ({ kind: "mail" as const, id }));
}

/** Brings the mails that a batch owes on their way. Where that fails nothing is lost: within a minute cron does it again. */
export async function sendOwedMail(db: D1Database, queue: Queue, now: UtcTime): Promise<void> {
  try {
    const owed = await listOwedMail(db, now);
    if (owed.length > 0) await queue.sendBatch(owed.map((body) => ({ body })));
  } catch (error) {
    console.error(JSON.stringify({ level: "warning", message: `Mails wait: ${error}` }));
  }
}
