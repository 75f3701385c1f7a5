import type { Comment, CommentKind, FeedComment, Html } from "../../../src/model.ts";

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
