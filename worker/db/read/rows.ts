import type { Author, Html, Post, PostSummary } from "../../../src/model.ts";

/** What a list needs of a post. `posts` stands for listed_posts or public_posts. */
export const SUMMARY_COLUMNS = `posts.id, posts.path, posts.lang, posts.title, coalesce(posts.lead, posts.html) AS lead,
  posts.lead IS NOT NULL AS more, posts.excerpt, posts.words, posts.published_at, posts.tags, posts.categories,
  posts.comment_count, posts.sticky, authors.slug AS author_slug, authors.name AS author_name`;

export const POST_COLUMNS = `${SUMMARY_COLUMNS}, posts.kind, posts.status, posts.guid, posts.html,
  posts.blocks, posts.updated_at, posts.cover, posts.canonical, posts.comments_open AND NOT posts.comments_aged AS comments_open`;

export interface SummaryRow {
  id: number;
  path: string;
  lang: string;
  title: string;
  lead: string;
  more: number;
  excerpt: string;
  words: number;
  published_at: string;
  tags: string;
  categories: string;
  comment_count: number;
  sticky: number;
  author_slug: string;
  author_name: string;
}

export interface PostRow extends SummaryRow {
  kind: "post" | "page";
  status: "published" | "unlisted";
  guid: string;
  html: string;
  blocks: string;
  updated_at: string;
  cover: string | null;
  canonical: string | null;
  comments_open: number;
}

export const toSummary = (row: SummaryRow): PostSummary => ({
  id: row.id,
  path: row.path,
  lang: row.lang,
  title: row.title,
  lead: row.lead as Html,
  more: row.more === 1,
  excerpt: row.excerpt,
  words: row.words,
  author: { slug: row.author_slug, name: row.author_name },
  publishedAt: row.published_at,
  tags: JSON.parse(row.tags),
  categories: JSON.parse(row.categories),
  commentCount: row.comment_count,
  sticky: row.sticky === 1,
});

export const toPost = (row: PostRow): Post => ({
  ...toSummary(row),
  kind: row.kind,
  unlisted: row.status === "unlisted",
  guid: row.guid,
  html: row.html as Html,
  blocks: JSON.parse(row.blocks),
  updatedAt: row.updated_at,
  commentsOpen: row.comments_open === 1,
  cover: row.cover === null ? null : JSON.parse(row.cover),
  canonical: row.canonical,
});

export interface AuthorRow {
  slug: string;
  name: string;
  bio: string;
  url: string | null;
  posts: number;
}

/** Picks the public columns; the row's e-mail never leaves the database. */
export const toAuthor = ({ slug, name, bio, url, posts }: AuthorRow): Author => ({
  ...{ slug, name, bio, url, posts },
});
