import type { TagSeqs } from "./site-entry.ts";
import { MANY } from "./tags.ts";

/** Tags that a site entry knows by name. */
const MOST_TAGS = 500;

/** Each short tag once, the newest 500; `floor` is the newest change of which a tag had to leave. */
export function newest(
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

/** With the tag that every change shares. */
export const withMany = (kept: readonly [string, number][]): TagSeqs =>
  Object.fromEntries([...kept, [MANY, kept[0]?.[1] ?? 0]]);
