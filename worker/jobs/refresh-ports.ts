import type { CachedPage } from "../cache/entry.ts";
import type { Rendered } from "../cache/ladder.ts";
import type { Fragment, SiteEntry } from "../cache/site-entry.ts";
import type { CacheQuestion, CacheState } from "../db/read/caches.ts";
import type { WriteKind } from "../db/write/caches.ts";
import type { RefreshMessage } from "./messages.ts";

/** What the consumer asks of D1: always the primary. */
export interface CacheSource {
  readonly findState: (question: CacheQuestion) => Promise<CacheState>;
  readonly listPublicPaths: (ids: readonly number[]) => Promise<readonly string[]>;
  /** One of the day's KV writes: how many are left after it, or null. */
  readonly takeWrite: (kind: WriteKind, day: string) => Promise<number | null>;
  readonly returnWrite: (kind: WriteKind, day: string) => Promise<void>;
  readonly updateGeneration: (generation: string) => Promise<void>;
  readonly recordPut: (put: { seq: number; build: string; at: string }) => Promise<void>;
}

/** A change by its number and its time. */
export interface PutMark {
  readonly seq: number;
  readonly at: string;
}

/** What the consumer does with KV, which nobody else writes to. */
export interface CacheKv {
  readonly findSite: () => Promise<SiteEntry | null>;
  readonly findPage: (key: string) => Promise<CachedPage | null>;
  /** The newest change of any site entry that was put, from where it is seen at once. */
  readonly findNewest: () => Promise<PutMark | null>;
  readonly putSite: (site: SiteEntry) => Promise<void>;
  readonly putPage: (key: string, page: CachedPage) => Promise<void>;
}

/** What the consumer remembers between invocations: what it put itself, which KV may show only later. */
export interface ConsumerMemory {
  site: SiteEntry | null;
  readonly pages: Map<string, CachedPage>;
}

/** What the consumer stands on. */
export interface RefreshPorts {
  readonly source: CacheSource;
  readonly kv: CacheKv;
  readonly memory: ConsumerMemory;
  /** Renders a page from the primary. */
  readonly render: (origin: string, path: string) => Promise<Rendered<unknown>>;
  /** The sidebar of a site row. */
  readonly fragment: (site: string | null) => Promise<Fragment>;
  readonly build: string;
  /** The blog's own address; empty while it has none. */
  readonly origin: string;
  readonly now: () => number;
  readonly within: <T>(milliseconds: number, work: Promise<T>) => Promise<T>;
  readonly newGeneration: () => string;
  /** Called when D1 turned out to be taken back to an older point. */
  readonly restored: () => Promise<void>;
  /** Sends what this invocation had no time for. */
  readonly later: (message: RefreshMessage) => Promise<void>;
}
