import type { Path } from "../../src/model.ts";

/**
 * First segments that routes own: nothing stored may stand there. Years and months are not among them, since a stored path
 * wins over an archive page.
 */
export const FIXED_ROUTES: readonly string[] = [
  ..."feed.xml atom.xml feed.json podcast.xml sitemap.xml robots.txt opensearch.xml".split(" "),
  ..."site.webmanifest favicon.ico .well-known assets media admin api".split(" "),
  ..."tags categories authors archive search subscribe comments page".split(" "),
  ..."preview webmention pingback xmlrpc.php feed tag category author wp-content".split(" "),
];

/** Last segments below a post's path that are the post's own feeds. */
export const POST_FEEDS: readonly string[] = ["feed.xml", "atom.xml", "feed.json", "feed"];

const FIXED = new Set(FIXED_ROUTES);
const FEEDS = new Set(POST_FEEDS);

/** Whether a route answers here, so that a post stored under this path could never be read. */
export function isReservedPath(path: Path): boolean {
  const segments = path.split("/").filter(Boolean);
  const last = segments.at(-1) ?? "";
  return (
    segments.length === 0 ||
    FIXED.has(segments[0]?.toLowerCase() ?? "") ||
    FEEDS.has(last) ||
    /^\/sitemap-\d+\.xml\/?$/.test(path) ||
    /^comment-page-\d+$/.test(last)
  );
}
