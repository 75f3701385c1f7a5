import type { D1Database } from "@cloudflare/workers-types";
import type { SiteEntry } from "../cache/site-entry.ts";
import { type CachePulse, findCachePulse, listOutbox } from "../db/read/caches.ts";
import { deleteOldChanges } from "../db/write/caches.ts";
import { publishDue } from "../db/write/publish.ts";
import type { RefreshMessage } from "./messages.ts";
import { QUIET_MS, SETTLED_MS } from "./refresh.ts";

/** Milliseconds: longer than any cache looks back. */
const KEPT_MS = 8 * 24 * 3_600_000;

/** What cron stands on. */
export interface CronPorts {
  readonly db: D1Database;
  readonly findSite: () => Promise<SiteEntry | null>;
  readonly send: (messages: readonly RefreshMessage[]) => Promise<void>;
  readonly build: string;
}

/** What happens each minute. Running twice at once, or hours late, comes to the same. */
export async function runCron(ports: CronPorts, now: Date): Promise<void> {
  const { db, send } = ports;
  await publishDue(db, toTime(now.getTime()));
  const pulse = await findCachePulse(db);
  const site = await ports.findSite().catch(() => null);
  const owed = (await listOutbox(db)) as RefreshMessage[];
  const behind = isBehind(pulse, site, ports.build, now.getTime());
  if (owed.length > 0 || behind) await send([...owed, ...(behind ? [CHECK] : [])]);
  const kept = toTime(now.getTime() - KEPT_MS);
  await deleteOldChanges(db, { at: kept, day: kept.slice(0, 10) });
}

const CHECK: RefreshMessage = { kind: "check" };

const toTime = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

/** Whether the consumer should look: KV does not hold what D1 says, and not only since a moment ago. */
export function isBehind(
  { seq, record }: CachePulse,
  site: SiteEntry | null,
  build: string,
  now: number,
): boolean {
  if (record?.put_seq !== seq || record.put_build !== build) return true;
  if (now - Date.parse(record.put_at || "1970-01-01") < SETTLED_MS) return false;
  if (!site || site.seq !== seq || site.build !== build) return true;
  if (site.generation !== record.generation || site.partial) return true;
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  if (site.direct) return day(site.checkedAt) !== day(now);
  return now - site.checkedAt >= QUIET_MS;
}
