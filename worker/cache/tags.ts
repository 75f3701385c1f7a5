/** Every page carries it: what touches the whole blog. */
export const SITE = "site";

/** Stands for more tags than an entry's metadata can hold. Every change shares it. */
export const MANY = "*";

/** Tags that an entry keeps by name; KV's metadata holds 1,024 bytes. */
const MOST_TAGS = 90;

/** Characters of a tag's short form. */
export const TAG_CHARS = 6;

/**
 * A tag's short form: 31 bits of FNV-1a. Two tags that share one make each other stale, which costs a miss and no more.
 */
export function shortTag(tag: string): string {
  if (tag === MANY) return MANY;
  let hash = 0x811c9dc5;
  for (let at = 0; at < tag.length; at++) {
    hash = Math.imul(hash ^ tag.charCodeAt(at), 0x01000193) >>> 0;
  }
  return (hash % 36 ** TAG_CHARS).toString(36).padStart(TAG_CHARS, "0");
}

/** The short tags of a page; `site` is among them always, and so is left out. */
export function pageTags(tags: readonly string[]): string[] {
  const short = [...new Set(tags)].filter((tag) => tag !== SITE).map(shortTag);
  return short.length > MOST_TAGS ? [MANY] : short;
}

/** The newest change that a page with these short tags must have seen; 0 for none. */
export function newestOf(known: Readonly<Record<string, number>>, tags: readonly string[]): number {
  let newest = known[SITE_TAG] ?? 0;
  for (const tag of tags) newest = Math.max(newest, known[tag] ?? 0);
  return newest;
}

const SITE_TAG = shortTag(SITE);
