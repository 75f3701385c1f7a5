import type { Path } from "../../../../src/model.ts";

/** Characters, percent-encoded: a little less than the longest path that is answered. */
const MAX_PATH_CHARS = 900;

/** Decoded and composed; null for the front page and for what no post can have. */
export function readPath(url: URL): Path | null {
  try {
    const segments = url.pathname.split("/").map(decodeURIComponent);
    const path = segments.join("/").normalize("NFC");
    const odd = /\p{Cc}|\\|\/\//u.test(path) || segments.some((part) => part.includes("/"));
    return odd || path === "/" || encodeURI(path).length > MAX_PATH_CHARS ? null : path;
  } catch {
    return null;
  }
}

/** The same path with or without a slash at its end. */
export const otherForm = (path: Path): Path =>
  path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
