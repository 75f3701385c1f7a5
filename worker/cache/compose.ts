import type { InterfaceLang } from "../../src/model.ts";
import type { Bytes, CachedPage, Slot } from "./entry.ts";
import type { Fragment, SiteEntry } from "./site-entry.ts";
import { newestOf, shortTag } from "./tags.ts";

/** What goes into the slots of a page: of the site entry, or of the batch that the page came from. */
export interface Shared {
  readonly sidebar: Fragment;
  /** A count, if a newer one is known than the page was rendered with. */
  readonly countOf: (slot: CountSlot, page: CachedPage) => number;
}

type CountSlot = Extract<Slot, { kind: "count" }>;

/** A number of comments in the blog's words. */
export type CountText = (count: number, lang: InterfaceLang) => string;

/** A whole page, as it is answered; the same object for as long as the isolate keeps it. */
export interface WholePage {
  readonly body: Bytes;
  readonly type: string;
  /** Covers the page and what stands in its slots; without quotes. */
  readonly etag: string;
  readonly csp: string;
  readonly modified: string | null;
  readonly tags: readonly string[];
}

/** What the site entry shares with every page. */
export const sharedBy = (site: SiteEntry): Shared => ({
  sidebar: site.sidebar,
  countOf: (slot, page) => {
    const count = site.counts[slot.postId];
    // A page that is newer than the count has counted itself.
    const newer = newestOf(site.tags, [shortTag(`post:${slot.postId}`)]) > page.seq;
    return count !== undefined && newer ? count : slot.count;
  },
});

/** What a page that was rendered just now came with. */
export const sharedWith = (sidebar: Fragment): Shared => ({
  sidebar,
  countOf: ({ count }) => count,
});

/** Fills the slots. */
export function compose(page: CachedPage, shared: Shared, countText: CountText): WholePage {
  const { type, csp, modified, tags, body, slots } = page;
  const counts = slots.flatMap((slot) =>
    slot.kind === "count" ? [shared.countOf(slot, page)] : [],
  );
  const hasSidebar = slots.some(({ kind }) => kind === "sidebar");
  const parts = [page.etag, ...(hasSidebar ? [shared.sidebar.etag] : []), ...counts];
  const common = { type, csp, modified, tags, etag: parts.join("-") };
  if (slots.length === 0) return { ...common, body };
  const numbers = counts.values();
  const { sidebar } = shared;
  const inserts = slots.map(
    ({ at, kind }): Insert => [
      at,
      kind === "sidebar"
        ? bytesOf(sidebar)
        : encoder.encode(countText(numbers.next().value ?? 0, sidebar.lang)),
    ],
  );
  return { ...common, body: insert(body, inserts) };
}

const encoder = new TextEncoder();

/** The sidebar is the same on every page: it becomes bytes once. */
const encoded = new WeakMap<Fragment, Bytes>();

function bytesOf(fragment: Fragment): Bytes {
  const bytes = encoded.get(fragment) ?? encoder.encode(fragment.html);
  encoded.set(fragment, bytes);
  return bytes;
}

type Insert = readonly [at: number, bytes: Bytes];

function insert(body: Bytes, inserts: readonly Insert[]): Bytes {
  const length = inserts.reduce((sum, [, bytes]) => sum + bytes.length, body.length);
  const whole = new Uint8Array(length);
  let from = 0;
  let to = 0;
  for (const [at, bytes] of inserts) {
    whole.set(body.subarray(from, at), to);
    to += at - from;
    from = at;
    whole.set(bytes, to);
    to += bytes.length;
  }
  whole.set(body.subarray(from), to);
  return whole;
}
