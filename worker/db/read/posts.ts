import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { COMMENTS_PER_PAGE } from "../../../src/addresses.ts";
import type { Comment, MarginNote, Path, Post, SiteLink } from "../../../src/model.ts";
import { type CommentRow, toComment } from "./comment-rows.ts";
import { findPlaces, withPlaces } from "./margin.ts";
import type { Reader } from "./reader.ts";
import { LEADS_OPENLY } from "./redirects.ts";
import { POST_COLUMNS, type PostRow, toPost } from "./rows.ts";

/** A post's page, or where its path leads now. */
export type PostPage =
  | { readonly redirect: Path }
  | {
      readonly post: Post;
      readonly comments: readonly Comment[];
      /** Of the whole discussion, in the order of the text; none beside a later page of it. */
      readonly notes: readonly MarginNote[];
      readonly commentPage: { readonly page: number; readonly pages: number };
      readonly previous: SiteLink | null;
      readonly next: SiteLink | null;
    };

/** Reads a post with one page of its comments and its neighbours: one round trip. */
export async function findPostPage(
  reader: Reader,
  path: Path,
  page: number,
): Promise<PostPage | null> {
  return toPostPage(await reader.batch(postPageStatements(reader, path, page)), page);
}

/** For pages that look for a stored path in the same batch; `toPostPage` reads the answer. */
export function postPageStatements(
  reader: Reader,
  path: Path,
  page: number,
): D1PreparedStatement[] {
  const paths = JSON.stringify([path, otherForm(path)]);
  const first = (page - 1) * COMMENTS_PER_PAGE + 1;
  return [
    reader.sql(POST, paths, path),
    reader.sql(COMMENTS, paths, first, first + COMMENTS_PER_PAGE - 1),
    reader.sql(NEIGHBOURS, paths),
    reader.sql(LATER_NOTES, paths, page === 1 ? COMMENTS_PER_PAGE : null),
    reader.sql(
      `SELECT target FROM redirects WHERE path IN (SELECT value FROM json_each(?1)) AND ${LEADS_OPENLY}`,
      paths,
    ),
  ];
}

/** Reads the results of `postPageStatements`. */
export function toPostPage(results: unknown[][], page: number): PostPage | null {
  const [posts, rows, neighbours, later, redirects] = results as [
    (PostRow & { asked: number; last_number: number })[],
    CommentRow[],
    (SiteLink & { newer: number })[],
    Omit<MarginNote, "margin">[],
    { target: Path }[],
  ];
  const row = posts[0];
  if (!row) return redirects[0] ? { redirect: redirects[0].target } : null;
  // The comment pages of a path without a slash stand below it with one.
  if (!row.asked && page === 1) return { redirect: row.path };
  const pages = Math.max(1, Math.ceil(row.last_number / COMMENTS_PER_PAGE));
  if (page > pages) return null;
  const post = toPost(row);
  const neighbour = (newer: number): SiteLink | null => {
    const found = neighbours.find((link) => link.newer === newer);
    return found ? { title: found.title, path: found.path } : null;
  };
  const comments = rows.map((comment) => toComment(comment, post));
  const notes =
    page === 1 ? findPlaces([...notesIn(comments), ...later.map(away)], post.blocks) : [];
  return {
    post,
    comments: withPlaces(comments, notes),
    notes,
    commentPage: { page, pages },
    previous: neighbour(0),
    next: neighbour(1),
  };
}

const notesIn = (comments: readonly Comment[]) =>
  comments.flatMap(({ id, number, name, note }) =>
    note ? [{ id, number, name, block: note.block, here: true }] : [],
  );

const away = (note: Omit<MarginNote, "margin">) => ({ ...note, here: false });

const otherForm = (path: Path): Path =>
  (path.endsWith("/") ? path.slice(0, -1) : `${path}/`) || "/";

/** Of two posts whose paths differ by the last slash, the one that was asked for. */
const FOUND = `SELECT id FROM public_posts WHERE path IN (SELECT value FROM json_each(?1))
  ORDER BY path = json_extract(?1, '$[0]') DESC LIMIT 1`;

const POST = `SELECT ${POST_COLUMNS}, posts.last_number, posts.path = ?2 AS asked
  FROM public_posts posts JOIN authors ON authors.id = posts.author_id
  WHERE posts.path IN (SELECT value FROM json_each(?1)) ORDER BY asked DESC LIMIT 1`;

const COMMENTS = `SELECT c.*, authors.slug AS author_slug FROM public_comments c
  LEFT JOIN authors ON authors.id = c.author_id
  WHERE c.post_id = (${FOUND}) AND c.number BETWEEN ?2 AND ?3 ORDER BY c.number`;

/** The margin of a post shows no more than so many of them. */
const LATER_NOTES = `SELECT c.public_id AS id, c.number, c.name, c.note_block AS block
  FROM public_comments c WHERE c.post_id = (${FOUND}) AND c.number > ?2 AND c.quote IS NOT NULL
  AND c.note_block IS NOT NULL ORDER BY c.number LIMIT 40`;

const NEIGHBOURS = `SELECT posts.title, posts.path, l.position > own.position AS newer
  FROM lists own
  JOIN lists l ON l.list = 'front' AND l.position IN (own.position - 1, own.position + 1)
  JOIN listed_posts posts ON posts.id = l.post_id
  WHERE own.post_id = (${FOUND}) AND own.list = 'front'`;
