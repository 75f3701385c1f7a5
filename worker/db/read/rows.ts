import type {
  Author,
  Comment,
  CommentKind,
  FeedComment,
  Html,
  Post,
  PostSummary,
} from "../../../src/model.ts";

/** What a list needs of a post. `posts` stands for listed_posts or public_posts. */
export const SUMMARY_COLUMNS = `posts.id, posts.path, posts.lang, posts.title, coalesce(posts.lead, posts.html) AS lead,
  posts.lead IS NOT NULL AS more, posts.excerpt, posts.words, posts.published_at, posts.tags, posts.categories,
  posts.comment_count, posts.sticky, authors.slug AS author_slug, authors.name AS author_name`;

export const POST_COLUMNS = `${SUMMARY_COLUMNS}, posts.kind, posts.status, posts.guid, posts.html,
  posts.blocks, posts.updated_at, posts.comments_open AND NOT posts.comments_aged AS comments_open`;

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
});

export interface CommentRow {
  public_id: string;
  number: number;
  parent_public_id: string | null;
  parent_number: number | null;
  kind: CommentKind;
  removed: number;
  name: string;
  url: string | null;
  author_slug: string | null;
  title: string | null;
  html: string;
  excerpt: string;
  lang: string | null;
  quote: string | null;
  quote_prefix: string | null;
  quote_suffix: string | null;
  note_block: number | null;
  created_at: string;
  edited_at: string | null;
}

/** A comment under its post, whose language and author it is held against. */
export const toComment = (
  row: CommentRow,
  post: { lang: string; author: { slug: string } },
): Comment => ({
  id: row.public_id,
  number: row.number,
  parent:
    row.parent_public_id !== null && row.parent_number !== null
      ? { id: row.parent_public_id, number: row.parent_number }
      : null,
  kind: row.kind,
  removed: row.removed === 1,
  name: row.name,
  url: row.url,
  authorSlug: row.author_slug,
  byPostAuthor: row.author_slug === post.author.slug,
  title: row.title,
  html: row.html as Html,
  excerpt: row.excerpt,
  lang: row.lang ?? post.lang,
  quote:
    row.quote === null
      ? null
      : { text: row.quote, prefix: row.quote_prefix ?? "", suffix: row.quote_suffix ?? "" },
  note: row.note_block === null ? null : { block: row.note_block, margin: null },
  createdAt: row.created_at,
  edited: row.edited_at !== null,
});

export interface FeedCommentRow
  extends Pick<
    CommentRow,
    "public_id" | "number" | "name" | "url" | "html" | "excerpt" | "lang" | "created_at"
  > {
  updated_at: string;
  post_guid: string;
  post_path: string;
  post_title: string;
  post_lang: string;
}

export const toFeedComment = (row: FeedCommentRow): FeedComment => ({
  id: row.public_id,
  number: row.number,
  name: row.name,
  url: row.url,
  html: row.html as Html,
  excerpt: row.excerpt,
  lang: row.lang ?? row.post_lang,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  post: { guid: row.post_guid, path: row.post_path, title: row.post_title },
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
