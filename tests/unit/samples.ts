import type { Comment, Html, ListPage, Post, Site } from "../../src/model.ts";

/** A blog without anything beside its text. */
export const aSite = (changes: Partial<Site> = {}): Site => ({
  title: "Am Rand",
  tagline: "Notizen",
  lang: "de",
  timeZone: "Europe/Berlin",
  navigation: [],
  footer: [{ title: "Impressum", path: "/impressum/" }],
  sidebar: [],
  ...{ theme: null, imprint: true },
  comments: { mail: "off", night: "open" },
  origin: "https://blog.test",
  indexed: true,
  ...changes,
});

/** A German post of March 2010. */
export const aPost = (changes: Partial<Post> = {}): Post => ({
  id: 41,
  path: "/2010/03/hallo/",
  lang: "de",
  title: "Hallo",
  lead: "<p>Anfang</p>" as Html,
  more: false,
  excerpt: "Anfang",
  words: 640,
  author: { slug: "jule", name: "Jule Brandt" },
  publishedAt: "2010-03-17T10:12:00Z",
  tags: [{ slug: "papier", name: "Papier" }],
  categories: [{ slug: "kolumne", name: "Kolumne" }],
  commentCount: 0,
  sticky: false,
  kind: "post",
  unlisted: false,
  guid: "urn:uuid:1",
  html: "<p>Anfang und Ende</p>" as Html,
  updatedAt: "2010-03-17T10:12:00Z",
  blocks: [],
  commentsOpen: true,
  ...{ cover: null, canonical: null },
  ...changes,
});

/** Comment number N, with the id "cN". */
export const aComment = (number: number, changes: Partial<Comment> = {}): Comment => ({
  id: `c${number}`,
  number,
  parent: null,
  kind: "comment",
  removed: false,
  name: "Marte",
  url: null,
  authorSlug: null,
  byPostAuthor: false,
  title: null,
  html: `<p>Text ${number}</p>` as Html,
  excerpt: `Text ${number}`,
  lang: "de",
  quote: null,
  note: null,
  createdAt: "2010-03-17T12:12:00Z",
  edited: false,
  ...changes,
});

/** A comment that answers number `parent`. */
export const aReply = (number: number, parent: number, changes: Partial<Comment> = {}): Comment =>
  aComment(number, { parent: { id: `c${parent}`, number: parent }, ...changes });

/** A list that fits on one page. */
export const aList = (posts: ListPage["posts"], changes: Partial<ListPage> = {}): ListPage => ({
  posts,
  page: 1,
  pages: 1,
  total: posts.length,
  ...changes,
});
