import type { Path } from "./model.ts";

/** Comments on one page: numbers 1 to 200 stand with the post, 201 to 400 on comment-page-2, and so on. */
export const COMMENTS_PER_PAGE = 200;

/** Characters of a question to the search; what is longer is cut. */
export const MAX_QUESTION_CHARS = 200;

/** Results of a search: the newest posts that match. */
export const MAX_FOUND = 30;

/** The comment page on which a number stands, from 1. */
export const commentPageOf = (number: number): number => Math.ceil(number / COMMENTS_PER_PAGE);

/** The address of a path below this origin, percent-encoded; relative when no origin is given. */
export const permalink = (path: Path, origin = ""): string =>
  origin + encodeURI(path).replaceAll("?", "%3F").replaceAll("#", "%23");

/** The same path as a folder: with a slash at the end. */
const folder = (path: Path): Path => (path.endsWith("/") ? path : `${path}/`);

/** The path of a post's comment page; page 1 is the post itself. */
export const commentPagePath = (postPath: Path, page: number): Path =>
  page <= 1 ? postPath : `${folder(postPath)}comment-page-${page}/`;

/** Every feed comes in three formats, each under its own file name. */
export const FEED_FORMATS = [
  { file: "feed.xml", name: "RSS", type: "application/rss+xml" },
  { file: "atom.xml", name: "Atom", type: "application/atom+xml" },
  { file: "feed.json", name: "JSON Feed", type: "application/feed+json" },
] as const;

export type FeedFile = (typeof FEED_FORMATS)[number]["file"];

/** The path of a feed: below a list its posts, below a post its comments. */
export const feedPath = (base: Path, file: FeedFile): Path => folder(base) + file;

/** Where a comment stands: the path of its page and its anchor, percent-encoded. */
export const commentPermalink = (
  postPath: Path,
  comment: { id: string; number: number },
  origin = "",
): string =>
  `${permalink(commentPagePath(postPath, commentPageOf(comment.number)), origin)}#comment-${comment.id}`;
