import type { UtcTime } from "../../src/model.ts";
import type { SiteEntry } from "../cache/site-entry.ts";
import type { CachePulse } from "../db/read/caches.ts";
import type { RefreshMessage } from "./messages.ts";
import { QUIET_MS, SETTLED_MS } from "./refresh.ts";
import type { RefreshPorts } from "./refresh-ports.ts";
import { KV_MS } from "./site-writes.ts";

/** Milliseconds: longer than any cache looks back. */
const KEPT_MS = 8 * 24 * 3_600_000;

/** What cron stands on. */
export interface CronPorts {
  /** Notes that cron ran. */
  readonly beat: (now: UtcTime) => Promise<unknown>;
  readonly publishDue: (now: UtcTime) => Promise<unknown>;
  /** Ends discussions that are old enough, and bad nights. */
  readonly followClock: (now: UtcTime) => Promise<void>;
  readonly findPulse: () => Promise<CachePulse>;
  readonly deleteOld: (before: UtcTime) => Promise<void>;
  readonly findSite: () => Promise<SiteEntry | null>;
  /** Sends the mails that are due and that no message has brought on their way. */
  readonly sendMails: (now: UtcTime) => Promise<void>;
  /** Forgets what is too old to be kept. */
  readonly forgetOld: (now: UtcTime) => Promise<unknown>;
  /** Clears away uploads that were left, and files that nothing knows of. */
  readonly sweepMedia: (now: UtcTime) => Promise<unknown>;
  /** Erases again what a restore may have brought back. */
  readonly applyErasures: (now: UtcTime) => Promise<unknown>;
  readonly send: (messages: readonly RefreshMessage[]) => Promise<void>;
  readonly within: RefreshPorts["within"];
  readonly build: string;
}

/** What happens each minute. Running twice at once, or hours late, comes to the same. */
export async function runCron(ports: CronPorts, now: Date): Promise<void> {
  const time = toTime(now.getTime());
  await ports.publishDue(time);
  // First what readers see; no mail that fails may hold it up.
  await checkCaches(ports, now);
  await ports.followClock(time);
  await ports.sendMails(time);
  await ports.beat(time);
  if (now.getUTCMinutes() === 0) await ports.deleteOld(toTime(now.getTime() - KEPT_MS));
  if (now.getUTCMinutes() === 30) await keepHouse(ports, now);
}

async function checkCaches(ports: CronPorts, now: Date): Promise<void> {
  const pulse = await ports.findPulse();
  const site = await ports.within(KV_MS, ports.findSite()).catch(() => null);
  const behind = isBehind(pulse, site, ports.build, now.getTime());
  if (behind) await ports.send([CHECK]);
}

/** Once an hour, so that one that is missed is no day. What was erased is looked for once a day. */
async function keepHouse(ports: CronPorts, now: Date): Promise<void> {
  const time = toTime(now.getTime());
  await ports.forgetOld(time);
  await ports.sweepMedia(time);
  if (now.getUTCHours() === ERASURES_HOUR) await ports.applyErasures(time);
}

/** UTC, when most authors of Europe sleep. */
const ERASURES_HOUR = 3;

/** Says all that the messages said which were lost: D1 answers, so the consumer reads the changes there. */
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
  // What KV shows may be behind, never ahead: then D1 was taken back to an older point.
  if (site && site.seq > seq) return true;
  if (now - Date.parse(record.put_at || "1970-01-01") < SETTLED_MS) return false;
  if (!site || site.seq !== seq || site.build !== build) return true;
  if (site.generation !== record.generation || site.partial) return true;
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  if (site.direct) return day(site.checkedAt) !== day(now);
  return now - site.checkedAt >= QUIET_MS;
}
