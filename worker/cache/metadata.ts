import type { CachedPage, Slot } from "./entry.ts";
import { MANY, TAG_CHARS } from "./tags.ts";

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
  const { type: kind } = found;
  const texts = [
    found.build,
    found.generation,
    found.tags,
    found.etag,
    found.csp,
    found.slot,
    kind,
  ];
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

function readTags(tags: string): string[] {
  if (tags === MANY) return [MANY];
  const read: string[] = [];
  for (let at = 0; at < tags.length; at += TAG_CHARS) read.push(tags.slice(at, at + TAG_CHARS));
  return read;
}

/** "5120 5300:41=9": the sidebar at 5120, and at 5300 the count of post 41, which was 9. */
const writeSlots = (slots: readonly Slot[]): string =>
  slots
    .map((slot) =>
      slot.kind === "sidebar" ? `${slot.at}` : `${slot.at}:${slot.postId}=${slot.count}`,
    )
    .join(" ");

function readSlots(text: string, bytes: number): Slot[] | null {
  if (text === "") return [];
  const slots: Slot[] = [];
  let last = 0;
  for (const part of text.split(" ")) {
    const slot = readSlot(part);
    if (!(slot.at >= last && slot.at <= bytes)) return null;
    last = slot.at;
    slots.push(slot);
  }
  return slots;
}

/** `at` is no number where the text is no slot. */
function readSlot(text: string): Slot {
  const colon = text.indexOf(":");
  if (colon < 0) return { at: Number(text || Number.NaN), kind: "sidebar" };
  const equals = text.indexOf("=", colon);
  const postId = Number(text.slice(colon + 1, equals));
  const count = Number(text.slice(equals + 1));
  const whole = equals > 0 && Number.isInteger(postId) && Number.isInteger(count);
  return { at: whole ? Number(text.slice(0, colon)) : Number.NaN, kind: "count", postId, count };
}
