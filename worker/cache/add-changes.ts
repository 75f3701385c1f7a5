import { newest, withMany } from "./newest.ts";
import { NO_FRAGMENT, type SiteEntry } from "./site-entry.ts";
import { shortTag } from "./tags.ts";

/** A change as messages and D1 give it. */
export interface KnownChange {
  readonly seq: number;
  readonly tags: readonly string[];
  readonly gone: boolean;
  readonly at: string;
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
