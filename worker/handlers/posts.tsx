import { permalink } from "../../src/addresses.ts";
import { PostPage } from "../../src/pages/post-page.tsx";
import { StaticPage } from "../../src/pages/static-page.tsx";
import { type PostPage as Found, findPostPage } from "../db/read/posts.ts";
import { BlogError } from "../errors.ts";
import {
  type Answer,
  newestOf,
  type PublicContext,
  type PublicHandler,
  page,
  redirect,
  siteOf,
} from "./answers.tsx";
import { weaveNotes } from "./weave.tsx";

const COMMENT_PAGE = /^(.*\/)comment-page-([1-9]\d{0,4})\/$/;

/** A post or static page by its stored path; the catch-all of the table. */
export const showPost: PublicHandler = async ({ path }, context) => {
  const [, postPath = path, number = "1"] = COMMENT_PAGE.exec(path) ?? [];
  const found = await findPostPage(context.reader, postPath, Number(number));
  if (!found) throw new BlogError("missing", "No such post");
  if (postPath !== path && (number === "1" || "redirect" in found)) {
    return redirect(
      permalink("redirect" in found ? found.redirect : found.post.path, context.origin),
    );
  }
  return answerPost(found, context);
};

/** The answer for what `findPostPage` found. */
export function answerPost(found: Found, context: PublicContext): Answer {
  if ("redirect" in found) return redirect(permalink(found.redirect, context.origin));
  const { previous, next, notes, ...rest } = found;
  const site = siteOf(context);
  const { post, comments } = found;
  const shown = { ...rest, post: { ...post, html: weaveNotes({ site, post, notes }) } };
  const tags = [`post:${post.id}`, `beside:${post.id}`];
  const answer =
    post.kind === "page"
      ? page(<StaticPage site={site} {...shown} />, tags)
      : page(<PostPage site={site} {...shown} previous={previous} next={next} />, tags);
  const times = comments.map(({ createdAt }) => createdAt);
  return { ...answer, lastModified: newestOf([post.publishedAt, post.updatedAt, ...times]) };
}
