import type { InterfaceLang } from "../../src/model.ts";
import { newest, withMany } from "./newest.ts";
import { shortTag } from "./tags.ts";

/** Raised when the shape changes: an entry of another shape is none. */
const VERSION = 1;

/** The KV key of the site entry. */
export const SITE_KEY = "site";

/** Milliseconds. A page in KV is fresh for a day at most, so what was touched before that need not be known. */
export const TAGS_MS = 25 * 3_600_000;
/** Milliseconds. A last good copy serves for a week, so what was removed is known for as long. */
export const GONE_MS = 7 * 24 * 3_600_000;

/** Short tags, each with its newest change. */
export type TagSeqs = Readonly<Record<string, number>>;

/** What an isolate must know of the whole blog to tell whether a page of KV is fresh. */
export interface SiteEntry {
  readonly version: typeof VERSION;
  /** Hash of what renders. */
  readonly build: string;
  /** Random; entries of another generation are of another history. */
  readonly generation: string;
  /** The newest change that is taken in, and its time. */
  readonly seq: number;
  readonly at: string;
  /** Milliseconds: when D1 was last asked. */
  readonly checkedAt: number;
  readonly tags: TagSeqs;
  /** What is older may have missed a change whose tags have left. */
  readonly floor: number;
  /** As `tags`, of what was removed. */
  readonly gone: TagSeqs;
  readonly goneFloor: number;
  /** The sidebar of every page. */
  readonly sidebar: Fragment;
  /** Comments of the posts whose comments changed lately, by the post's id. */
  readonly counts: Readonly<Record<string, number>>;
  /** The day (UTC) on which no further page may be admitted. */
  readonly spentOn: string | null;
  /** The day (UTC) on which no isolate tells what it counted any more. */
  readonly uncountedOn: string | null;
  /** The day's last write was this one: read D1 until the next. */
  readonly direct: boolean;
  /** Made without D1: the tags are right, the rest is older. */
  readonly partial: boolean;
}

/** Markup that pages share, its hash, and the language that the blog speaks. */
export interface Fragment {
  readonly html: string;
  readonly etag: string;
  readonly lang: InterfaceLang;
}

export const NO_FRAGMENT: Fragment = { html: "", etag: "0", lang: "en" };

/** A tag with its newest change, newest first. */
export type NewestTags = readonly { readonly tag: string; readonly seq: number }[];

export type SiteFacts = Omit<
  SiteEntry,
  "version" | "tags" | "floor" | "gone" | "goneFloor" | "partial"
> & { readonly tags: NewestTags; readonly gone: NewestTags };

/** Made whole from what D1 says. */
export function makeSiteEntry({ tags, gone, ...facts }: SiteFacts): SiteEntry {
  const touched = newest(tags.map(({ tag, seq }) => [shortTag(tag), seq]));
  const left = newest(gone.map(({ tag, seq }) => [shortTag(tag), seq]));
  return {
    ...{ version: VERSION, ...facts, partial: false },
    ...{ tags: withMany(touched.kept), floor: touched.floor },
    ...{ gone: withMany(left.kept), goneFloor: left.floor },
  };
}

/** The site entry that KV holds; null when it is none, or one that this release cannot read. */
export function parseSiteEntry(value: unknown): SiteEntry | null {
  const entry = value as SiteEntry | null;
  const whole =
    typeof entry === "object" &&
    entry?.version === VERSION &&
    [entry.seq, entry.checkedAt, entry.floor, entry.goneFloor].every(Number.isFinite) &&
    [entry.tags, entry.gone, entry.counts, entry.sidebar].every(isRecord) &&
    [entry.build, entry.generation, entry.sidebar.html, entry.sidebar.etag].every(isText) &&
    isText(entry.sidebar.lang);
  return whole ? entry : null;
}

const isText = (value: unknown): boolean => typeof value === "string";
const isRecord = (value: unknown): boolean => typeof value === "object" && value !== null;
