import type { InterfaceLang } from "../../src/model.ts";
import { MANY, shortTag } from "./tags.ts";

/** Raised when the shape changes: an entry of another shape is none. */
const VERSION = 1;

/** The KV key of the site entry. */
export const SITE_KEY = "site";

/** Milliseconds. A page in KV is fresh for a day at most, so what was touched before that need not be known. */
export const TAGS_MS = 25 * 3_600_000;
/** Milliseconds. A last good copy serves for a week, so what was removed is known for as long. */
export const GONE_MS = 7 * 24 * 3_600_000;
const MOST_TAGS = 500;

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

/** A change as messages and D1 give it. */
export interface KnownChange {
  readonly seq: number;
  readonly tags: readonly string[];
  readonly gone: boolean;
  readonly at: string;
}

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

/**
 * The last site entry and changes it has not seen, for when D1 does not answer; the entry itself if it has seen them all.
 * What was removed may stand in the sidebar, so that shows nothing until D1 is back.
 */
export function addChanges(entry: SiteEntry, changes: readonly KnownChange[]): SiteEntry {
  const unseen = changes.filter((change) => !hasSeen(entry, change));
  if (unseen.length === 0) return entry;
  const { seq, at }: Pick<KnownChange, "seq" | "at"> = [entry, ...unseen].reduce((a, b) =>
    b.seq > a.seq ? b : a,
  );
  const removed = unseen.filter(({ gone }) => gone);
  const missing = highestMissing(entry.seq, unseen);
  const touched = newest(
    [...Object.entries(entry.tags), ...pairsOf(unseen)],
    Math.max(entry.floor, missing),
  );
  const left = newest(
    [...Object.entries(entry.gone), ...pairsOf(removed)],
    Math.max(entry.goneFloor, missing),
  );
  return {
    ...{ ...entry, seq, at, partial: true },
    ...{ tags: withMany(touched.kept), floor: touched.floor },
    ...{ gone: withMany(left.kept), goneFloor: left.floor },
    sidebar: removed.length > 0 ? { ...NO_FRAGMENT, lang: entry.sidebar.lang } : entry.sidebar,
  };
}

/** The newest change of which nobody here knows what it touched; 0 for none. Numbers have no gaps. */
function highestMissing(seen: number, changes: readonly KnownChange[]): number {
  const known = new Set(changes.map(({ seq }) => seq));
  let seq = Math.max(seen, ...known);
  while (known.has(seq)) seq--;
  return seq > seen ? seq : 0;
}

/** An entry that D1 made has seen all up to its newest; one that messages made, only what they brought. */
function hasSeen({ seq, partial, ...entry }: SiteEntry, change: KnownChange): boolean {
  if (change.seq > seq) return false;
  const known = change.gone ? entry.gone : entry.tags;
  return !partial || change.tags.every((tag) => (known[shortTag(tag)] ?? 0) >= change.seq);
}

const pairsOf = (changes: readonly KnownChange[]) =>
  changes.flatMap(({ tags, seq }) => tags.map((tag): [string, number] => [shortTag(tag), seq]));

/** The site entry that KV holds; null when it is none, or one that this release cannot read. */
export function parseSiteEntry(value: unknown): SiteEntry | null {
  const entry = value as SiteEntry | null;
  const whole =
    typeof entry === "object" &&
    entry?.version === VERSION &&
    [entry.seq, entry.checkedAt, entry.floor, entry.goneFloor].every(Number.isFinite) &&
    [entry.tags, entry.gone, entry.counts, entry.sidebar].every(isRecord) &&
    typeof entry.sidebar.html === "string";
  return whole ? entry : null;
}

const isRecord = (value: unknown): boolean => typeof value === "object" && value !== null;

/** Each short tag once, the newest 500; `floor` is the newest change of which a tag had to leave. */
function newest(
  pairs: readonly (readonly [string, number])[],
  floor = 0,
): { kept: [string, number][]; floor: number } {
  const seqs = new Map<string, number>();
  for (const [tag, seq] of pairs) seqs.set(tag, Math.max(seq, seqs.get(tag) ?? 0));
  seqs.delete(MANY);
  const sorted = [...seqs].sort(([, a], [, b]) => b - a);
  return {
    kept: sorted.slice(0, MOST_TAGS),
    floor: Math.max(floor, sorted[MOST_TAGS]?.[1] ?? 0),
  };
}

const withMany = (kept: readonly [string, number][]): TagSeqs =>
  Object.fromEntries([...kept, [MANY, kept[0]?.[1] ?? 0]]);
