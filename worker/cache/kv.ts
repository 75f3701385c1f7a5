import type { CachedPage } from "./entry.ts";
import type { KnownSite } from "./isolate.ts";
import { toCachedPage } from "./metadata.ts";
import { parseSiteEntry, SITE_KEY, type SiteEntry } from "./site-entry.ts";
import { type Clock, within } from "./waiting.ts";

/** Milliseconds that a reader waits for KV. */
const KV_MS = 150;
/** Milliseconds that an isolate goes by one site entry. */
export const SITE_MS = 15_000;
/**
 * Milliseconds. Cron has the site entry put every 15 minutes, so one that is older says that KV refuses writes. With what an
 * isolate and the edge may add, a page is then at most 20 minutes behind.
 */
const UNCHECKED_MS = 19 * 60_000;
/** Milliseconds that an isolate goes by its last site entry while KV fails, and until it looks again. */
const REMEMBERED_MS = 45_000;
const FAILED_MS = 5_000;

interface SiteQuestion {
  readonly build: string;
  /** Milliseconds that an isolate goes by one site entry. */
  readonly siteMs: number;
  /** What the isolate knew before. */
  readonly last: KnownSite | null;
}

/** Seconds; the shortest time that KV keeps a value at a location. */
export const SITE_CACHE_SECONDS = 30;

/** What the cache reads of KV. */
export interface Kv {
  /** Values of JSON. */
  readonly findJson: (key: string, cacheSeconds: number) => Promise<unknown>;
  readonly findBytes: (
    key: string,
  ) => Promise<{ readonly value: ArrayBuffer | null; readonly metadata: unknown }>;
}

/**
 * Reads the site entry and says what it may be used for. A KV that fails or hangs has none; what was known a minute ago
 * then still says what was removed.
 */
export async function findSite(
  kv: Kv,
  clock: Clock,
  { build, siteMs, last }: SiteQuestion,
): Promise<KnownSite> {
  const begun = clock.now();
  try {
    const read = kv.findJson(SITE_KEY, SITE_CACHE_SECONDS);
    const known = parseSiteEntry(await within(clock, KV_MS, read));
    const usable = known && isUsable(known, build, begun) ? known : null;
    return { usable, known, readAt: begun, until: begun + siteMs };
  } catch {
    const { known = null, readAt = begun } = last ?? {};
    const kept = begun - readAt < REMEMBERED_MS ? known : null;
    return { usable: null, known: kept, readAt, until: begun + Math.min(siteMs, FAILED_MS) };
  }
}

const isUsable = (site: SiteEntry, build: string, now: number): boolean =>
  site.build === build && !site.direct && now - site.checkedAt < UNCHECKED_MS;

/** The page of a key; null where KV has none, has a damaged one, fails or hangs. */
export async function findPage(kv: Kv, clock: Clock, key: string): Promise<CachedPage | null> {
  try {
    const { value, metadata } = await within(clock, KV_MS, kv.findBytes(key));
    return toCachedPage(value, metadata);
  } catch {
    return null;
  }
}
