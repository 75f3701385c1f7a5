import { type FeedFile, feedPath, permalink } from "../../src/addresses.ts";
import type { Path, UtcTime } from "../../src/model.ts";

/** A feed before it is RSS, Atom or JSON: what all three say. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** Of its titles; an entry may be in another. */
  readonly lang: string;
  readonly origin: string;
  /** Path of the page that shows the same. */
  readonly page: Path;
  /** Path below which the feed stands: the page's, unless it has none of its own. */
  readonly base: Path;
  /** When the newest of it changed. */
  readonly updated: UtcTime;
  readonly entries: readonly Entry[];
}

/** A post or a comment in a feed. */
export interface Entry {
  /** Never changes, whatever becomes of the address. */
  readonly id: string;
  readonly url: string;
  /** Plain text, never empty. */
  readonly title: string;
  readonly lang: string;
  readonly published: UtcTime;
  readonly updated: UtcTime;
  /** Empty where nobody left a name. */
  readonly authors: readonly { readonly name: string; readonly url: string | null }[];
  /** Markup whose addresses are absolute. */
  readonly html: string;
  /** Plain text, short. */
  readonly excerpt: string;
  readonly categories: readonly { readonly slug: string; readonly name: string }[];
  /** Approved ones; null for what cannot have any. */
  readonly comments: number | null;
}

/** The feed's own address in one format. */
export const selfOf = (feed: Feed, file: FeedFile): string =>
  permalink(feedPath(feed.base, file), feed.origin);

/** The address of the page that shows the same. */
export const pageOf = (feed: Feed): string => permalink(feed.page, feed.origin);

/** When the newest of it came or changed: what was written long ago may be published today. */
export const newestChange = (entries: readonly Entry[], empty: UtcTime): UtcTime =>
  entries
    .flatMap(({ published, updated }) => [published, updated])
    .sort()
    .at(-1) ?? empty;
