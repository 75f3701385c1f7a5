import type { SiteEntry } from "./site-entry.ts";
import { MANY, newestOf, TAG_CHARS } from "./tags.ts";

/** Milliseconds. */
const FRESH_MS = 24 * 3_600_000;
/** Milliseconds. */
const LAST_GOOD_MS = 7 * 24 * 3_600_000;
/** Seconds; a little longer than a last good copy serves. */
export const ENTRY_SECONDS = LAST_GOOD_MS / 1_000 + 3_600;
/** Bytes, once it is JSON: developers.cloudflare.com/kv/platform/limits */
const MOST_METADATA = 1_024;

/** What stands beside a page in KV. Its names are short because its bytes are few. */
export interface EntryMetadata {
  readonly build: string;
  readonly generation: string;
  /** The newest change that was taken in. */
  readonly seq: number;
  /** Milliseconds. */
  readonly rendered_at: number;
  /** Short tags, one behind the other. */
  readonly tags: string;
  /** Of the page without what stands in its slots. */
  readonly etag: string;
  /** Hash of the page's CSS, for its Content-Security-Policy; empty without one. */
  readonly csp: string;
  /** Where the sidebar and the counts of comments go in. */
  readonly slot: string;
  readonly type: string;
  /** Last-Modified, ISO 8601. */
  readonly modified?: string;
  /** Bytes of the value: a part of a page is no page. */
  readonly bytes: number;
  /** Of bytes throughout the value: another page is not this one. */
  readonly sum: number;
}

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

/** As KV takes it. Tags that would not fit become the one that every change shares. */
export function toMetadata(page: CachedPage): EntryMetadata {
  const { build, generation, seq, etag, csp, type, modified, slots, body } = page;
  const metadata = {
    ...{ build, generation, seq, rendered_at: page.renderedAt, etag, csp, type },
    ...{ tags: page.tags.join(""), slot: writeSlots(slots), bytes: body.byteLength },
    sum: sumOf(body),
    ...(modified ? { modified } : {}),
  };
  const fits = new TextEncoder().encode(JSON.stringify(metadata)).length <= MOST_METADATA;
  return fits ? metadata : { ...metadata, tags: MANY };
}

/** A page as KV gave it; null when it is no whole page. */
export function toCachedPage(body: ArrayBuffer | null, metadata: unknown): CachedPage | null {
  const found = metadata as EntryMetadata | null;
  if (!body || !found || found.bytes !== body.byteLength) return null;
  if (found.sum !== sumOf(new Uint8Array(body))) return null;
  const texts = [found.build, found.generation, found.tags, found.etag, found.csp, found.slot];
  if (!texts.every((text) => typeof text === "string") || !Number.isFinite(found.seq)) return null;
  const slots = readSlots(found.slot, body.byteLength);
  if (!slots || !Number.isFinite(found.rendered_at)) return null;
  const { build, generation, seq, rendered_at: renderedAt, etag, csp, type } = found;
  const tags = readTags(found.tags);
  const page = { build, generation, seq, renderedAt, etag, csp, type, tags, slots };
  return { ...page, modified: found.modified ?? null, body: new Uint8Array(body) };
}

/** Bytes that are looked at; all of them would take longer than the rest of an answer. */
const SAMPLES = 512;

function sumOf(body: Uint8Array): number {
  const step = Math.max(1, Math.floor(body.length / SAMPLES));
  let sum = body.length;
  for (let at = 0; at < body.length; at += step) sum = (Math.imul(sum, 31) + (body[at] ?? 0)) | 0;
  return sum;
}

const readTags = (tags: string): string[] =>
  tags === MANY ? [MANY] : (tags.match(new RegExp(`.{${TAG_CHARS}}`, "g")) ?? []);

/** "5120 5300:41=9": the sidebar at 5120, and at 5300 the count of post 41, which was 9. */
const writeSlots = (slots: readonly Slot[]): string =>
  slots
    .map((slot) =>
      slot.kind === "sidebar" ? `${slot.at}` : `${slot.at}:${slot.postId}=${slot.count}`,
    )
    .join(" ");

function readSlots(text: string, bytes: number): Slot[] | null {
  const slots = text.split(" ").filter(Boolean).map(readSlot);
  const inOrder = slots.every((slot, at) => slot && slot.at >= (slots[at - 1]?.at ?? 0));
  return inOrder && (slots.at(-1)?.at ?? 0) <= bytes ? (slots as Slot[]) : null;
}

function readSlot(text: string): Slot | null {
  const [, at, postId, count] = /^(\d+)(?::(\d+)=(\d+))?$/.exec(text) ?? [];
  if (at === undefined) return null;
  if (postId === undefined) return { at: Number(at), kind: "sidebar" };
  return { at: Number(at), kind: "count", postId: Number(postId), count: Number(count) };
}
