import { addChanges } from "../cache/add-changes.ts";
import { GONE_MS, makeSiteEntry, type SiteEntry, TAGS_MS } from "../cache/site-entry.ts";
import type { CacheState } from "../db/read/caches.ts";
import { isSpent } from "../db/write/caches.ts";
import { isCounted } from "../db/write/figures.ts";
import type { RefreshMessage } from "./messages.ts";
import { writePages } from "./page-writes.ts";
import type { PutMark, RefreshPorts } from "./refresh-ports.ts";
import { findOldSite, KV_MS, putSite } from "./site-writes.ts";

/** Milliseconds that the consumer waits for D1 before it goes by its messages alone. */
const D1_MS = 3_000;
/** Milliseconds that the consumer waits for a put. */
const PUT_MS = 10_000;
/** Milliseconds after which cron wants the site entry put again, though nothing changed. */
export const QUIET_MS = 15 * 60_000;
/** Milliseconds: what was put is seen everywhere by then. */
export const SETTLED_MS = 90_000;

/**
 * Brings KV up to what D1 says: the site entry first, since from then on everything older is stale, then the pages that are
 * written through or admitted. Doing it twice, late or out of order comes to the same. Rejects when it must be tried again.
 */
export async function refresh(
  messages: readonly RefreshMessage[],
  given: RefreshPorts,
): Promise<void> {
  const ports = inTime(given);
  const old = await findOldSite(ports);
  const newest = await ports.kv.findNewest().catch(() => null);
  const state = await ask(ports, newest ?? old).catch(() => null);
  if (!state) return withoutD1(messages, old, ports);
  const generation = await settleGeneration(state, ports);
  const site = await toSiteEntry(state, generation, messages, ports);
  if (isPutDue(state, generation, old, ports)) await putSite(site, ports);
  await writePages(messages, site, ports);
}

/** There is one consumer: what hangs must not keep it from the next removal. */
function inTime({ source, render, kv, within, ...ports }: RefreshPorts): RefreshPorts {
  const timed =
    <Args extends unknown[], T>(ms: number, call: (...args: Args) => Promise<T>) =>
    (...args: Args): Promise<T> =>
      within(ms, call(...args));
  return {
    ...{ ...ports, within, render: timed(D1_MS, render) },
    source: {
      findState: timed(D1_MS, source.findState),
      listPublicPaths: timed(D1_MS, source.listPublicPaths),
      takeWrite: timed(D1_MS, source.takeWrite),
      returnWrite: timed(D1_MS, source.returnWrite),
      updateGeneration: timed(D1_MS, source.updateGeneration),
      recordPut: timed(D1_MS, source.recordPut),
    },
    kv: {
      findSite: timed(KV_MS, kv.findSite),
      findPage: timed(KV_MS, kv.findPage),
      findNewest: timed(KV_MS, kv.findNewest),
      putSite: timed(PUT_MS, kv.putSite),
      putPage: timed(PUT_MS, kv.putPage),
    },
  };
}

function ask({ source, now }: RefreshPorts, newest: PutMark | null): Promise<CacheState> {
  const time = (ago: number) => `${new Date(now() - ago).toISOString().slice(0, 19)}Z`;
  return source.findState({
    since: { tags: time(TAGS_MS), gone: time(GONE_MS) },
    old: newest,
    day: time(0).slice(0, 10),
  });
}

/** Without D1 the messages themselves say what is stale, and above all what was removed. */
async function withoutD1(
  messages: readonly RefreshMessage[],
  old: SiteEntry | null,
  ports: RefreshPorts,
): Promise<void> {
  const changes = messages.flatMap((message) => (message.kind === "change" ? [message] : []));
  const restored = messages.flatMap((message) => (message.kind === "restored" ? [message] : []));
  if (changes.length + restored.length === 0) return;
  if (!old) throw new Error("Neither D1 nor KV says what the blog is");
  const changed = addChanges(old, changes);
  const generation = restored.at(-1)?.generation ?? old.generation;
  if (changed === old && generation === old.generation) return;
  const entry = { ...changed, generation, partial: true };
  await ports.kv.putSite(entry);
  ports.memory.site = entry;
}

/** A database that lacks what was put from it was taken back to an older point: what KV holds is of another history. */
async function settleGeneration(state: CacheState, ports: RefreshPorts): Promise<string> {
  if (state.record && state.knowsOld) return state.record.generation;
  const generation = ports.newGeneration();
  await ports.source.updateGeneration(generation);
  // Where it is lost, cron looks once a day.
  if (state.record) await ports.restored().catch(() => {});
  return generation;
}

async function toSiteEntry(
  state: CacheState,
  generation: string,
  messages: readonly RefreshMessage[],
  { now, build, fragment }: RefreshPorts,
): Promise<SiteEntry> {
  const checkedAt = now();
  const admitting = messages.filter(({ kind }) => kind === "admit").length;
  const spent = isSpent(state.admitted + admitting);
  const today = new Date(checkedAt).toISOString().slice(0, 10);
  return makeSiteEntry({
    ...{ build, generation, checkedAt, direct: false },
    ...{ seq: state.seq, at: state.at, tags: state.tags, gone: state.gone, counts: state.counts },
    sidebar: await fragment(state.site),
    spentOn: spent ? today : null,
    uncountedOn: isCounted(state.figures) ? today : null,
  });
}

/** Whether what was put last is no longer right, or was lost. */
function isPutDue(
  { seq, record, admitted, figures }: CacheState,
  generation: string,
  old: SiteEntry | null,
  { now, build }: RefreshPorts,
): boolean {
  if (record?.generation !== generation) return true;
  if (record.put_seq !== seq || record.put_build !== build) return true;
  const age = now() - Date.parse(record.put_at || "1970-01-01");
  if (!(age < QUIET_MS)) return true;
  // KV shows what was put a moment ago only later; until then it is not to be believed.
  if (age < SETTLED_MS) return false;
  const today = new Date(now()).toISOString().slice(0, 10);
  const same = old?.seq === seq && old.build === build && old.generation === generation;
  const ended = isCounted(figures) && old?.uncountedOn !== today;
  return !same || old.partial || ended || (isSpent(admitted) && old.spentOn !== today);
}
