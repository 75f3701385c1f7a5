import type { Path } from "../model.ts";

/** The fixed addresses of the blog, as the footer and the sidebar name them. */
export const FRONT: Path = "/";
export const ARCHIVE: Path = "/archive/";
export const TAGS: Path = "/tags/";
export const SUBSCRIBE: Path = "/subscribe/";
export const SEARCH: Path = "/search/";
export const OPEN_SEARCH: Path = "/opensearch.xml";
export const FEED: Path = "/feed.xml";
/** No page, but the feeds of all comments stand below it. */
export const COMMENTS: Path = "/comments/";

/** The path of a tag's posts. */
export const tagPath = (slug: string): Path => `/tags/${slug}/`;

/** The path of a category's posts. */
export const categoryPath = (slug: string): Path => `/categories/${slug}/`;

/** The path of an author's posts. */
export const authorPath = (slug: string): Path => `/authors/${slug}/`;

/** The path of a year's months. */
export const yearPath = (year: string): Path => `/${year}/`;

/** The path of a month's posts: "2010-03" has "/2010/03/". */
export const monthPath = (month: string): Path => `/${month.replace("-", "/")}/`;

/** The path of one page of a list; page 1 is the list's own. */
export const listPagePath = (list: Path, page: number): Path =>
  page <= 1 ? list : `${list}page/${page}/`;

/** Where comments are sent. */
export const SEND_COMMENT = "/comments";

/** All comments of this browser. */
export const MINE: Path = "/comments/mine/";

/** The page of one comment: with its token one's own, without it the way to where it stands. */
export const commentPath = (id: string): Path => `/comments/${id}/`;

/** The plain form that answers a comment, or writes a note on a paragraph, from 1. */
export function newCommentPath(
  post: Path,
  { parent, at }: { readonly parent?: string; readonly at?: number },
): string {
  const query = new URLSearchParams({ post });
  if (parent !== undefined) query.set("parent", parent);
  if (at !== undefined) query.set("at", String(at));
  return `/comments/new/?${query}`;
}
