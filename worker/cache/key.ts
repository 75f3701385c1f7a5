/** Bytes that a KV key may have: developers.cloudflare.com/kv/platform/limits */
const MOST_KEY_BYTES = 512;

/**
 * The KV key of a canonical request: the blog's address and the path in its normal form, which name a route and what it
 * knows, and nothing else of a request. Null for a path that is too long to be kept.
 */
export function pageKey(origin: string, path: string): string | null {
  const key = origin + path;
  return key.length <= MOST_KEY_BYTES ? key : null;
}
