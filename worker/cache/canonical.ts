/** What a URL's path says once it is in normal form. */
export type CanonicalPath =
  /** Decoded, NFC, one slash between segments. */
  | { readonly path: string }
  /** The normal form of the same address, percent-encoded. */
  | { readonly redirect: string }
  /** No address of this blog can look like this. */
  | { readonly missing: true };

const MISSING = { missing: true } as const;

/** Bytes. Longer than any path that a blog gives out, short enough for a KV key. */
const MAX_PATH_BYTES = 1_024;

/** Most paths: in normal form already, which is seen at a glance. */
const PLAIN = /^\/(?:[a-z0-9_-][a-z0-9._-]*\/)*(?:[a-z0-9_-][a-z0-9._-]*)?$/i;

/**
 * Brings a URL's path into normal form before anything looks at it: slashes folded, needless escapes undone, NFC. What is
 * not in normal form is redirected to it; what has none (a slash in disguise, control characters, broken escapes) is missing.
 */
export function canonicalPath(pathname: string): CanonicalPath {
  if (pathname.length > MAX_PATH_BYTES) return MISSING;
  if (PLAIN.test(pathname)) return { path: pathname };
  const segments: string[] = [];
  for (const segment of pathname.split("/")) {
    const decoded = decodeSegment(segment);
    if (decoded === null) return MISSING;
    if (decoded !== "") segments.push(decoded);
  }
  const slash = pathname.endsWith("/") && segments.length > 0 ? "/" : "";
  const path = `/${segments.join("/")}${slash}`;
  const normal = `/${segments.map(encodeSegment).join("/")}${slash}`;
  return sameEscapes(normal, pathname) ? { path } : { redirect: normal };
}

function decodeSegment(segment: string): string | null {
  try {
    const decoded = decodeURIComponent(segment).normalize("NFC");
    return /[\p{Cc}/\\]|^\.{1,2}$/u.test(decoded) || !decoded.isWellFormed() ? null : decoded;
  } catch {
    return null;
  }
}

/** As `permalink()` writes it: what may stand in a path stands there plainly. */
const encodeSegment = (segment: string): string =>
  encodeURI(segment).replaceAll("?", "%3F").replaceAll("#", "%23");

/** %C3 and %c3 are the same escape; both are in use. */
const sameEscapes = (a: string, b: string): boolean => {
  const upper = (path: string) => path.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  return upper(a) === upper(b);
};
