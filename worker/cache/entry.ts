import type { SiteEntry } from "./site-entry.ts";
import { newestOf } from "./tags.ts";

/** Milliseconds. */
const FRESH_MS = 24 * 3_600_000;
/** Milliseconds. */
const LAST_GOOD_MS = 7 * 24 * 3_600_000;
/** Seconds; a little longer than a last good copy serves. */
export const ENTRY_SECONDS = LAST_GOOD_MS / 1_000 + 3_600;
/** Bytes that are nobody else's memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A place in a page whose content comes when the page is answered. */
export type Slot =
  | { readonly at: number; readonly kind: "sidebar" }
  /** `count` is what it was when the page was rendered. */
  | {
      readonly at: number;
      readonly kind: "count";
      readonly postId: number;
      readonly count: number;
    };

/** A page or feed with holes for its slots: what a handler made, or what KV held. */
export interface CachedPage {
  readonly generation: string;
  readonly build: string;
  readonly seq: number;
  readonly renderedAt: number;
  readonly tags: readonly string[];
  readonly etag: string;
  readonly csp: string;
  readonly type: string;
  readonly modified: string | null;
  readonly slots: readonly Slot[];
  readonly body: Bytes;
}

/** Whether a page may be served as it is. */
export const isFresh = (page: CachedPage, site: SiteEntry, now: number): boolean =>
  page.build === site.build &&
  page.generation === site.generation &&
  now - page.renderedAt < FRESH_MS &&
  page.seq >= site.floor &&
  // A page that knows more than the site entry was rendered after it, or it is of a history that was taken back.
  (page.seq <= site.seq || page.renderedAt >= site.checkedAt) &&
  newestOf(site.tags, page.tags) <= page.seq;

/** Whether a page may be served while D1 does not answer: older perhaps, but nothing that was removed. */
export const isLastGood = (page: CachedPage, site: SiteEntry, now: number): boolean =>
  page.generation === site.generation &&
  now - page.renderedAt < LAST_GOOD_MS &&
  page.seq >= site.goneFloor &&
  newestOf(site.gone, page.tags) <= page.seq;
