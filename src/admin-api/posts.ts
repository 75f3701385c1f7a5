import * as v from "valibot";
import { line, text, webAddress } from "./fields.ts";

export const KINDS = ["post", "page"] as const;
export const STATUSES = ["draft", "scheduled", "published", "unlisted", "private"] as const;
export type PostStatus = (typeof STATUSES)[number];

/** Characters of a text: a row of D1 holds source and HTML together. */
const MAX_MARKDOWN = 600_000;
const lang = v.pipe(
  line(35),
  v.regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, "No language such as de or en-GB."),
);

/** All that the editor shows of a post, in the order it is compared in. */
export const postFields = v.strictObject({
  title: line(300),
  markdown: text(MAX_MARKDOWN),
  slug: line(200),
  /** The excerpt as it was typed; empty: made of the text. */
  summary: line(1_000),
  lang,
  /** Names. */
  tags: v.pipe(v.array(line(80)), v.maxLength(100, "At most 100 tags.")),
  /** Slugs of categories that are there. */
  categories: v.pipe(v.array(line(200)), v.maxLength(50, "At most 50 categories.")),
  cover: v.nullable(
    v.strictObject({ key: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)), alt: line(500) }),
  ),
  canonical: webAddress,
  comments: v.picklist(["open", "held", "closed"]),
  sticky: v.boolean(),
  /** Slug. */
  author: line(200),
});
export type PostFields = v.InferOutput<typeof postFields>;

/** What a save builds on: where either has moved, somebody else was faster. */
export const base = v.strictObject({
  version: v.pipe(v.number(), v.integer()),
  revision: v.pipe(v.number(), v.integer()),
});
export type Base = v.InferOutput<typeof base>;

export const newPost = v.strictObject({
  kind: v.picklist(KINDS),
  title: v.optional(line(300)),
  lang: v.optional(lang),
});

/** `auto`: saved by itself while somebody writes. */
export const savePost = v.strictObject({
  base,
  fields: postFields,
  auto: v.optional(v.boolean()),
});

export const publishPost = v.strictObject({
  base,
  fields: postFields,
  status: v.picklist(STATUSES),
  /** "2026-01-31 18:00" on the blog's clock; null: now, or the date that it has. */
  date: v.nullable(line(40)),
});

const person = v.strictObject({ slug: v.string(), name: v.string() });

export const postRow = v.strictObject({
  id: v.number(),
  kind: v.picklist(KINDS),
  status: v.picklist(STATUSES),
  title: v.string(),
  path: v.string(),
  lang: v.string(),
  author: person,
  publishedAt: v.nullable(v.string()),
  updatedAt: v.string(),
  comments: v.number(),
  /** Whether something was typed that readers do not see yet. */
  changed: v.boolean(),
});
export type PostRow = v.InferOutput<typeof postRow>;

export const postList = v.strictObject({
  items: v.array(postRow),
  next: v.nullable(v.string()),
});
export type PostList = v.InferOutput<typeof postList>;

export const postFull = v.strictObject({
  id: v.number(),
  kind: v.picklist(KINDS),
  status: v.picklist(STATUSES),
  path: v.string(),
  format: v.picklist(["markdown", "html"]),
  base,
  fields: postFields,
  publishedAt: v.nullable(v.string()),
  author: person,
  /** What readers see, where that is another text. */
  published: v.nullable(postFields),
  /** Whether the post was written elsewhere since these fields were saved: from a file, by an import. */
  behind: v.boolean(),
  /** Of a post in HTML: as it is shown. */
  html: v.nullable(v.string()),
});
export type PostFull = v.InferOutput<typeof postFull>;

export const saved = v.strictObject({ base, savedAt: v.string() });

export const published = v.strictObject({
  base,
  status: v.picklist(STATUSES),
  path: v.string(),
  publishedAt: v.nullable(v.string()),
  /** Where readers find it; null for what they do not. */
  url: v.nullable(v.string()),
});
export type Published = v.InferOutput<typeof published>;

export const revisionRow = v.strictObject({
  revision: v.number(),
  kind: v.picklist(["auto", "save", "publish"]),
  author: v.nullable(person),
  savedAt: v.string(),
  words: v.number(),
});

export const revisionList = v.strictObject({
  items: v.array(revisionRow),
  next: v.nullable(v.string()),
});
export type RevisionList = v.InferOutput<typeof revisionList>;

export const revisionFull = v.strictObject({ fields: postFields, ...revisionRow.entries });
export type RevisionFull = v.InferOutput<typeof revisionFull>;

export const previewLink = v.strictObject({ url: v.string(), until: v.string() });

export const links = v.array(
  v.strictObject({ title: v.string(), path: v.string(), publishedAt: v.string() }),
);
export type Links = v.InferOutput<typeof links>;
