// Fills an empty local blog with the demo content, so that the first start shows a blog one wants to have.
import { readFileSync } from "node:fs";
import type { D1Database, R2Bucket } from "@cloudflare/workers-types";
import { renderComment } from "../worker/content/comments/markdown.ts";
import { blockTexts, findPassage } from "../worker/content/comments/passages.ts";
import { toUtcTime } from "../worker/content/dates.ts";
import { guessLanguage } from "../worker/content/language.ts";
import { renderMarkdown } from "../worker/content/markdown.ts";
import { change } from "../worker/db/write/changes.ts";
import { insertComment } from "../worker/db/write/comments.ts";
import type {
  AuthorDraft,
  CommentDraft,
  PostDraft,
  Statements,
} from "../worker/db/write/drafts.ts";
import { insertLink } from "../worker/db/write/links.ts";
import { insertMedia } from "../worker/db/write/media/media.ts";
import { rebuild } from "../worker/db/write/rebuild.ts";
import { insertAuthor, insertCategory, insertPost, insertTag } from "../worker/db/write/save.ts";
import { type SidebarSetting, setSetting } from "../worker/db/write/settings.ts";
import { readDemoPosts } from "./demo-posts.ts";
import { keepIn, Pictures } from "./pictures.ts";

interface DemoBlog {
  title: string;
  tagline: string;
  lang: string;
  timeZone: string;
  authors: AuthorDraft[];
  links: { title: string; url: string; description: string }[];
  sidebar: (SidebarSetting | { kind: "text"; title: string; markdown: string })[];
  footer: string[];
}

interface DemoComment {
  post: string;
  id: string;
  parent?: string;
  kind: "comment" | "pingback" | "trackback";
  name: string;
  url?: string;
  title?: string;
  author?: string;
  date: string;
  text: string;
  /** The passage of a margin note, as the post has it. */
  quote?: string;
}

/** Writes the demo when the blog has no post at all. Says whether it did. */
export async function fillEmptyBlog(
  db: D1Database,
  bucket: R2Bucket,
  dir = "demo",
): Promise<boolean> {
  if (await db.prepare("SELECT id FROM posts LIMIT 1").first()) return false;
  const blog = readJson<DemoBlog>(`${dir}/blog.json`);
  const comments = readJson<DemoComment[]>(`${dir}/comments.json`);
  const pictures = new Pictures(dir);
  const { posts, categories, names } = readDemoPosts(dir, blog.timeZone, pictures.find);
  const media = await pictures.store(keepIn(bucket), names, "2026-01-01T00:00:00Z");
  await db.batch([
    ...blog.authors.map((author) => insertAuthor(db, { ...author, demo: true })),
    ...posts.flatMap(({ tags }) => tags.map((tag) => insertTag(db, { ...tag, demo: true }))),
    ...categories.map((category) => insertCategory(db, { ...category, demo: true })),
    ...posts.flatMap((post) => insertPost(db, post)),
    ...writeComments(db, comments, posts),
    ...writeSettings(db, blog),
    ...media.map((file) => insertMedia(db, { ...file, demo: true })),
    ...rebuild(db),
    ...change(db, ["site"], { now: `${new Date().toISOString().slice(0, 19)}Z` }),
  ]);
  return true;
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8"));

function writeComments(
  db: D1Database,
  comments: DemoComment[],
  posts: readonly PostDraft[],
): Statements {
  return comments
    .toSorted((a, b) => (toUtcTime(a.date) ?? "").localeCompare(toUtcTime(b.date) ?? ""))
    .flatMap((comment) => {
      const post = posts.find(({ slug }) => slug === comment.post);
      const createdAt = toUtcTime(comment.date);
      if (!post || !createdAt)
        throw new Error(`demo/comments.json: ${comment.id} has no post or date`);
      return insertComment(db, draftComment(comment, post, createdAt));
    });
}

function draftComment(comment: DemoComment, post: PostDraft, createdAt: string): CommentDraft {
  const { kind, name, text: source, url = null, title = null, author = null } = comment;
  const lang = guessLanguage(source, post.lang);
  const passage = { text: comment.quote ?? "", prefix: "", suffix: "" };
  const block = comment.quote ? findPassage(passage, blockTexts(post.html)) : null;
  if (comment.quote && block === null)
    throw new Error(`demo/comments.json: the post has no "${comment.quote}"`);
  return {
    ...{ publicId: `demo-${comment.id}`, postGuid: post.guid, kind, status: "approved" },
    ...{ name, url, title, author, email: null, format: "markdown", source, createdAt, wpId: null },
    ...renderComment(source, { lang, links: () => null }),
    parentPublicId: comment.parent ? `demo-${comment.parent}` : null,
    lang: lang === post.lang ? null : lang,
    ...(comment.quote ? { quote: { ...passage, block } } : {}),
  };
}

function writeSettings(db: D1Database, blog: DemoBlog): Statements {
  const sidebar = blog.sidebar.map((block) =>
    "markdown" in block
      ? {
          kind: block.kind,
          title: block.title,
          html: renderMarkdown(block.markdown, { lang: blog.lang, path: "/" }).html,
        }
      : block,
  );
  return [
    setSetting(db, "title", blog.title, true),
    setSetting(db, "tagline", blog.tagline, true),
    setSetting(db, "lang", blog.lang, true),
    setSetting(db, "timeZone", blog.timeZone, true),
    setSetting(db, "footer", blog.footer, true),
    setSetting(db, "sidebar", sidebar, true),
    ...blog.links.map((link, position) => insertLink(db, { ...link, position, demo: true })),
  ];
}
