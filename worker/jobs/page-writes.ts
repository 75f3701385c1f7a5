import { permalink } from "../../src/addresses.ts";
import { type Bytes, isFresh } from "../cache/entry.ts";
import { pageKey } from "../cache/key.ts";
import type { SiteEntry } from "../cache/site-entry.ts";
import type { WriteKind } from "../db/write/caches.ts";
import type { RefreshMessage } from "./messages.ts";
import type { RefreshPorts } from "./refresh-ports.ts";
import { KV_MS } from "./site-writes.ts";

/** Pages that one invocation renders: more would not fit the free plan's 10 ms. */
const MOST_PAGES = 5;
/** Pages whose last put is remembered. */
const MOST_REMEMBERED = 1_000;

/** What a publication shows on beside its own page. */
const OF_FRONT = ["/", "/feed.xml", "/atom.xml", "/feed.json"];

interface PageWrite {
  readonly kind: WriteKind;
  readonly origin: string;
  /** Percent-encoded, as it stands in an address. */
  readonly path: string;
}

/** Stores the pages that the messages are about, unless they are stored and fresh; what is too much goes into a message. */
export async function writePages(
  messages: readonly RefreshMessage[],
  site: SiteEntry,
  ports: RefreshPorts,
): Promise<void> {
  const wanted = new Map<string, PageWrite>();
  for (const write of [...(await writesOf(messages, ports)), ...admissionsOf(messages)]) {
    const key = pageKey(write.origin, write.path);
    if (key !== null && !wanted.has(key)) wanted.set(key, write);
  }
  const due: [string, PageWrite][] = [];
  for (const [key, write] of wanted)
    if (!(await isStored(key, site, ports))) due.push([key, write]);
  for (const [key, write] of due.slice(0, MOST_PAGES))
    await store(key, write, site, ports).catch((error) => {
      // The page stays stale, and is asked for again; the others need not wait for it.
      console.error(JSON.stringify({ level: "warning", message: `Not stored: ${error}` }));
    });
  await postpone(due.slice(MOST_PAGES), ports);
}

/** Of each change the pages of its posts; of a publication also the front page and the main feeds. */
async function writesOf(
  messages: readonly RefreshMessage[],
  { origin, source }: RefreshPorts,
): Promise<PageWrite[]> {
  const toWrite = (from: string, paths: readonly string[], kind: WriteKind = "write") =>
    paths.map((path): PageWrite => ({ kind, origin: from, path }));
  const again = messages.flatMap((message) =>
    message.kind === "store" ? toWrite(message.origin, message.paths, message.as) : [],
  );
  const changes = messages.flatMap((message) => (message.kind === "change" ? [message] : []));
  // Without an address of its own, the blog's pages are not known until somebody asks.
  if (!origin || changes.length === 0) return again;
  const tags = changes.flatMap((change) => change.tags);
  const ids = tags.flatMap((tag) => (tag.startsWith("post:") ? [Number(tag.slice(5))] : []));
  const own = await source.listPublicPaths([...new Set(ids)].slice(0, 50));
  const shown = tags.includes("front") ? OF_FRONT : [];
  return [...toWrite(origin, [...own.map((path) => permalink(path)), ...shown]), ...again];
}

const admissionsOf = (messages: readonly RefreshMessage[]): PageWrite[] =>
  messages.flatMap((message) =>
    message.kind === "admit" ? [{ ...message, kind: "admit" as const }] : [],
  );

/** Whether KV, or what was put there a moment ago, is right. */
async function isStored(
  key: string,
  site: SiteEntry,
  { kv, memory, now, within }: RefreshPorts,
): Promise<boolean> {
  const own = memory.pages.get(key);
  if (own && isFresh(own, site, now())) return true;
  const stored = await within(KV_MS, kv.findPage(key)).catch(() => null);
  return stored !== null && isFresh(stored, site, now());
}

/** Only a whole page for everybody is stored, never an error, a redirect or an empty answer. */
async function store(
  key: string,
  { kind, origin, path }: PageWrite,
  site: SiteEntry,
  ports: RefreshPorts,
): Promise<void> {
  const { source, kv, memory, now, render } = ports;
  const day = new Date(now()).toISOString().slice(0, 10);
  const rendered = await render(origin, path);
  if (!("page" in rendered) || rendered.page.body.byteLength === 0) return;
  // What D1 was not asked for is never fresh; it is cheap to make.
  if (rendered.page.generation !== site.generation) return;
  if ((await source.takeWrite(kind, day)) === null) return;
  const { sidebar: _ofTheSiteEntry, ...page } = rendered.page;
  try {
    await kv.putPage(key, page);
  } catch (error) {
    await source.returnWrite(kind, day);
    throw error;
  }
  memory.pages.delete(key);
  memory.pages.set(key, { ...page, body: NO_BODY });
  for (const [oldest] of memory.pages) {
    if (memory.pages.size <= MOST_REMEMBERED) break;
    memory.pages.delete(oldest);
  }
}

const NO_BODY: Bytes = new Uint8Array();

/** One message for all of a kind: the queue counts each. */
async function postpone(rest: readonly [string, PageWrite][], { later }: RefreshPorts) {
  for (const kind of ["write", "admit"] as const) {
    const writes = rest.flatMap(([, write]) => (write.kind === kind ? [write] : []));
    const [first] = writes;
    if (!first) continue;
    const { origin } = first;
    await later({ kind: "store", as: kind, origin, paths: writes.map(({ path }) => path) });
  }
}
