import { ENTRY_SECONDS } from "../cache/entry.ts";
import { toCachedPage, toMetadata } from "../cache/metadata.ts";
import { parseSiteEntry, SITE_KEY } from "../cache/site-entry.ts";
import { type Clock, within } from "../cache/waiting.ts";
import { findCachePulse, findCacheState, listPublicPaths } from "../db/read/caches.ts";
import {
  deleteOldChanges,
  recordPut,
  returnWrite,
  takeWrite,
  updateGeneration,
} from "../db/write/caches.ts";
import { followClock } from "../db/write/discussion/close.ts";
import { beat } from "../db/write/health.ts";
import { publishDue } from "../db/write/publish.ts";
import { forgetOld } from "../db/write/retention.ts";
import type { Env } from "../env.ts";
import type { CronPorts } from "./cron.ts";
import { eraseAgain } from "./erasures.ts";
import { sendMails } from "./mail/ports.ts";
import { endUploads, sweepMedia } from "./media.ts";
import { refresh } from "./refresh.ts";
import type { CacheKv, CacheSource, PutMark, RefreshPorts } from "./refresh-ports.ts";

type Given = Pick<RefreshPorts, "render" | "fragment" | "memory" | "build"> & {
  readonly clock: Clock;
};

/** What the consumer stands on, out of the bindings and of what index.ts gives. */
export const refreshPorts = (env: Env, { clock, ...given }: Given): RefreshPorts => ({
  ...given,
  source: sourceOf(env.DB),
  kv: cacheKv(env),
  origin: env.ORIGIN,
  now: clock.now,
  within: (milliseconds, work) => within(clock, milliseconds, work),
  newGeneration: () => crypto.randomUUID().slice(0, 8),
  restored: async () => {
    await env.JOBS.send({ kind: "erasures" });
  },
  later: (message) => env.REFRESH.send(message).then(() => {}),
});

/** What cron stands on. */
export const cronPorts = (env: Env, clock: Clock, refreshing: RefreshPorts): CronPorts => ({
  build: refreshing.build,
  within: (milliseconds, work) => within(clock, milliseconds, work),
  beat: (now) => beat(env.DB, now).run(),
  publishDue: (now) => publishDue(env.DB, now),
  sendMails: (now) => sendMails(env, clock, now),
  followClock: (now) => followClock(env.DB, now),
  findPulse: () => findCachePulse(env.DB),
  forgetOld: (now) => env.DB.batch(forgetOld(env.DB, now)),
  sweepMedia: async (now) => {
    await endUploads(env, now);
    await sweepMedia(env, now);
  },
  applyErasures: (now) => eraseAgain(env, now),
  deleteOld: (before) => deleteOldChanges(env.DB, before),
  findSite: cacheKv(env).findSite,
  send: async (messages) => {
    // On this machine nobody waits for the queue to gather.
    if (env.LOCAL) return refresh(messages, refreshing);
    await env.REFRESH.sendBatch(messages.map((body) => ({ body })));
  },
});

/** What is stored must be of the newest state, so everything here is asked of the primary. */
function sourceOf(db: D1Database): CacheSource {
  return {
    findState: (question) => findCacheState(db, question),
    listPublicPaths: (ids) => listPublicPaths(db, ids),
    takeWrite: (kind, day) => takeWrite(db, kind, day),
    returnWrite: (kind, day) => returnWrite(db, kind, day),
    updateGeneration: (generation) => updateGeneration(db, generation),
    recordPut: (put) => recordPut(db, put),
  };
}

/** In R2, which shows a write at once and which no restore of D1 takes back; no address of the blog leads to it. */
const NEWEST_KEY = "caches/newest";

/** The consumer's KV: the one writer. */
const cacheKv = ({ CACHE, MEDIA }: Env): CacheKv => ({
  findSite: async () => parseSiteEntry(await CACHE.get(SITE_KEY, { type: "json", cacheTtl: 30 })),
  findPage: async (key) => {
    const { value, metadata } = await CACHE.getWithMetadata(key, { type: "arrayBuffer" });
    return toCachedPage(value, metadata);
  },
  findNewest: async () => (await MEDIA.get(NEWEST_KEY))?.json<PutMark>() ?? null,
  putSite: async (site) => {
    // Before KV, so that a restore is noticed whatever KV shows.
    await MEDIA.put(NEWEST_KEY, JSON.stringify({ seq: site.seq, at: site.at })).catch(() => {});
    await CACHE.put(SITE_KEY, JSON.stringify(site));
  },
  putPage: (key, page) =>
    CACHE.put(key, page.body, { metadata: toMetadata(page), expirationTtl: ENTRY_SECONDS }),
});
