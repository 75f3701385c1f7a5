/** What a page's validators are made of. */
export interface Validated {
  /** Without quotes. */
  readonly etag: string;
  /** ISO 8601. */
  readonly modified: string | null;
}

/** Weak, since a compressed answer has the same one. */
export const weakTag = (etag: string): string => `W/"${etag}"`;

/** Whether a list of ETags, or `*`, names this one; compared weakly: RFC 9110, section 13.1.2. */
export function namesTag(header: string, etag: string): boolean {
  if (header.trim() === "*") return true;
  const opaque = etag.replace(/^W\//, "");
  return [...header.matchAll(/"[^"]*"/g)].some(([tag]) => tag === opaque);
}

/**
 * Whether the visitor has the page already. The conditions are read here and nowhere else. A date says less than an ETag,
 * so it counts only where there is no ETag: RFC 9110, section 13.1.3.
 */
export function isKnown(headers: Headers, { etag, modified }: Validated): boolean {
  const tags = headers.get("If-None-Match");
  if (tags !== null) return namesTag(tags, weakTag(etag));
  const since = headers.get("If-Modified-Since");
  if (since === null || modified === null) return false;
  const time = new Date(since);
  // What is no HTTP date says nothing; Date alone would make one of nearly anything.
  const valid = !Number.isNaN(time.getTime()) && time.toUTCString() === since.trim();
  return valid && new Date(modified) <= time;
}
