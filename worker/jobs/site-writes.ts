import type { SiteEntry } from "../cache/site-entry.ts";
import type { RefreshPorts } from "./refresh-ports.ts";

/** Milliseconds that the consumer and cron wait for KV. */
export const KV_MS = 1_000;

/** The newest site entry that is known to have been put: KV shows it only later. */
export async function findOldSite({ kv, memory }: RefreshPorts): Promise<SiteEntry | null> {
  const stored = await kv.findSite().catch(() => null);
  const own = memory.site;
  if (!own || !stored) return stored ?? own;
  if (own.generation !== stored.generation) return own.checkedAt >= stored.checkedAt ? own : stored;
  return own.seq >= stored.seq ? own : stored;
}

/**
 * Puts the site entry, if the day's reserve allows one more. The last one says so: isolates then read D1, since nothing can
 * tell them of the next change.
 */
export async function putSite(site: SiteEntry, ports: RefreshPorts): Promise<void> {
  const { source, kv, memory } = ports;
  const day = new Date(site.checkedAt).toISOString().slice(0, 10);
  const left = await source.takeWrite("site", day);
  if (left === null) return;
  const entry = { ...site, direct: left === 0 };
  try {
    await kv.putSite(entry);
  } catch (error) {
    await source.returnWrite("site", day);
    throw error;
  }
  memory.site = entry;
  const at = `${new Date(site.checkedAt).toISOString().slice(0, 19)}Z`;
  await source.recordPut({ seq: site.seq, build: site.build, at });
}
