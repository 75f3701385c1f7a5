import type { D1Database } from "@cloudflare/workers-types";
import { publishDue } from "../db/write/publish.ts";

/** What happens each minute. Running twice at once, or hours late, comes to the same. */
export async function runCron(db: D1Database, now: Date): Promise<void> {
  await publishDue(db, `${now.toISOString().slice(0, 19)}Z`);
}
