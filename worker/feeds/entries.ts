import { commentPermalink, permalink } from "../../src/addresses.ts";
import type { FeedComment, Post } from "../../src/model.ts";
import { absoluteHtml, type Origins } from "./absolute.ts";
import type { Entry } from "./feed.ts";
import { printable } from "./xml.ts";

/** A post as an entry. `untitled` is its title where it has none. */
export const postEntry = (post: Post, origins: Origins, untitled: string): Entry => ({
  id: post.guid,
  url: permalink(post.path, origins.origin),
  title: printable(post.title).trim() || untitled,
  lang: post.lang,
  published: post.publishedAt,
  updated: post.updatedAt,
  authors: named(post.author.name, permalink(`/authors/${post.author.slug}/`, origins.origin)),
  html: absoluteHtml(post.html, origins, post.path),
  excerpt: post.excerpt,
  categories: [...post.categories, ...post.tags],
  comments: post.commentCount,
});

/** A comment as an entry; its id follows from its post's, so that it stays when the post moves. */
export const commentEntry = (comment: FeedComment, origin: string, title: string): Entry => ({
  id: `${comment.post.guid}#comment-${comment.id}`,
  url: commentPermalink(comment.post.path, comment, origin),
  title,
  lang: comment.lang,
  published: comment.createdAt,
  updated: comment.updatedAt,
  authors: named(comment.name, comment.url),
  html: absoluteHtml(comment.html, { origin }, comment.post.path),
  excerpt: comment.excerpt,
  categories: [],
  comments: null,
});

const named = (name: string, url: string | null): Entry["authors"] =>
  printable(name).trim() ? [{ name, url }] : [];
