import type { StoredSite } from "../db/read/reader.ts";
import type { WholePage } from "./compose.ts";
import { Figures } from "./figures.ts";
import type { SiteEntry } from "./site-entry.ts";

/** Pages. */
const MOST_HOT = 64;
/** Bytes. */
const MOST_HOT_BYTES = 4 * 1024 * 1024;
/** Addresses that are remembered as asked for. */
const MOST_ASKED = 128;
/** Messages to the consumer in an hour. */
const MOST_ADMISSIONS = 10;
/** Addresses whose misses are counted. */
const MOST_MISSES = 1_000;
const HOUR_MS = 3_600_000;

/** What an isolate knows of the site entry. Null: there is none, or it may not be used. */
export interface KnownSite {
  /** May say which pages are fresh. */
  readonly usable: SiteEntry | null;
  /** Says what was removed while D1 does not answer, even one that is not usable. */
  readonly known: SiteEntry | null;
  /** Milliseconds: when `known` was read. */
  readonly readAt: number;
  /** Milliseconds: until then it is not read again, and pages composed from it are hot. */
  readonly until: number;
}

/**
 * What one isolate remembers between requests: plain data only. A promise of one request must never be awaited by another,
 * since workerd ends it with its request.
 */
export class Isolate {
  site: KnownSite | null = null;
  /** The blog as a visitor's request saw it last: for a form that comes back when nobody can, or should, be asked. */
  lastSite: StoredSite | null = null;
  /** What was read here of late, in sums. */
  readonly figures = new Figures();
  /** What is being read or rendered, and since when. */
  readonly flights = new Map<string, number>();
  readonly #hot = new Map<string, { readonly page: WholePage; readonly until: number }>();
  #hotBytes = 0;
  readonly #asked = new Set<string>();
  readonly #misses = new Map<string, number>();
  #admissions = { since: 0, sent: 0 };

  /** The page of a key, while its site entry may be used. */
  findHot(key: string, now: number): WholePage | null {
    const found = this.#hot.get(key);
    return found && now < found.until ? found.page : null;
  }

  /** Keeps a page; the one that was kept first leaves when there are too many. */
  keepHot(key: string, page: WholePage, until: number): void {
    this.#drop(key);
    if (page.body.byteLength > MOST_HOT_BYTES) return;
    this.#hot.set(key, { page, until });
    this.#hotBytes += page.body.byteLength;
    for (const [oldest] of this.#hot) {
      if (this.#hot.size <= MOST_HOT && this.#hotBytes <= MOST_HOT_BYTES) break;
      this.#drop(oldest);
    }
  }

  /** Whether a page was asked for before, of late: what is asked for once is not worth the memory. */
  isWanted(key: string): boolean {
    if (this.#asked.has(key)) return true;
    if (this.#asked.size >= MOST_ASKED) this.#asked.clear();
    this.#asked.add(key);
    return false;
  }

  #drop(key: string): void {
    this.#hotBytes -= this.#hot.get(key)?.page.body.byteLength ?? 0;
    this.#hot.delete(key);
  }

  /** Counts a miss; says whether this is the one that asks for the page to be stored. */
  missed(key: string, now: number): boolean {
    const misses = (this.#misses.get(key) ?? 0) + 1;
    this.#misses.delete(key);
    this.#misses.set(key, misses);
    for (const [oldest] of this.#misses) {
      if (this.#misses.size <= MOST_MISSES) break;
      this.#misses.delete(oldest);
    }
    if (misses < 2) return false;
    if (now - this.#admissions.since >= HOUR_MS) this.#admissions = { since: now, sent: 0 };
    if (this.#admissions.sent >= MOST_ADMISSIONS) return false;
    this.#admissions.sent++;
    this.#misses.delete(key);
    return true;
  }
}
