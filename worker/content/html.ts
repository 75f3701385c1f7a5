import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { type Schema, sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import type { Html, TextBlock } from "../../src/model.ts";
import { blocksOf } from "./blocks.ts";
import { linkForeign } from "./foreign.ts";
import { COMMENT_SCHEMA, POST_SCHEMA } from "./schema.ts";
import { cleanText, countWords, excerptOf, lineOf, searchText } from "./text.ts";
import { blockText, classesOf, cutBefore, eachElement, element, replaceNode } from "./tree.ts";
import { setTypography } from "./typography.ts";

/** What is made of a post's text on save. */
export interface RenderedPost {
  readonly html: Html;
  /** The part before `<!--more-->`; null when the text has no such mark. */
  readonly lead: Html | null;
  /** Plain text, short. */
  readonly excerpt: string;
  readonly words: number;
  /** The plain text, for search. */
  readonly text: string;
  readonly blocks: readonly TextBlock[];
}

export interface RenderedComment {
  readonly html: Html;
  readonly excerpt: string;
  /** What `html` was written from. */
  readonly tree: Root;
}

export interface PostContext {
  /** BCP 47; decides quotes and dashes. */
  readonly lang: string;
  /** The post's path: a lead stands on other pages, so its inner links name the post. */
  readonly path: string;
  /** Changes the tree before it is sanitised, in order. */
  readonly transforms?: readonly ((tree: Root) => void)[];
}

/**
 * The one gate for an author's markup: parsed as a browser would, changed as a tree, sanitised by an allow-list, and
 * written anew from the tree. Never a placeholder, never a cut in a string.
 */
export function renderPostHtml(
  unsafe: string,
  { lang, path, transforms = [] }: PostContext,
): RenderedPost {
  const tree = fromHtml(cleanText(unsafe), { fragment: true });
  for (const transform of transforms) transform(tree);
  markMore(tree);
  linkForeign(tree);
  eachElement(tree, prepare);
  const safe = sanitize(tree, POST_SCHEMA) as Root;
  finishLinks(safe);
  setTypography(safe, lang);
  const lead = cutBefore(safe, isMore);
  eachElement(safe, (node, parent) => {
    if (isMore(node)) replaceNode(parent, node, []);
  });
  const text = blockText(safe);
  return {
    html: write(safe),
    blocks: blocksOf(safe, write),
    lead: lead && write(forOtherPages(lead, path)),
    excerpt: excerptOf(lead ? blockText(lead) : text),
    words: countWords(text),
    text: searchText(text),
  };
}

/** The gate for a comment's markup: less is allowed, and every link out of the blog is `nofollow ugc`. */
export function renderCommentHtml(
  unsafe: string,
  lang: string,
  transforms: PostContext["transforms"] = [],
): RenderedComment {
  const tree = fromHtml(cleanText(unsafe), { fragment: true });
  for (const transform of transforms) transform(tree);
  linkForeign(tree);
  const safe = sanitize(tree, COMMENT_SCHEMA satisfies Schema) as Root;
  eachElement(safe, (node, parent) => {
    if (node.tagName !== "a") return;
    const { href } = node.properties;
    if (typeof href !== "string") replaceNode(parent, node, node.children);
    else if (leavesBlog(href)) node.properties["rel"] = ["nofollow", "ugc", "noopener"];
  });
  setTypography(safe, lang);
  return { html: write(safe), excerpt: lineOf(blockText(safe)), tree: safe };
}

/** Read as a browser reads it, which overlooks blanks and takes "/\\" for "//". */
const leavesBlog = (href: string): boolean =>
  URL.parse(href, "https://blog.invalid/")?.origin !== "https://blog.invalid";

const write = (tree: Root): Html =>
  toHtml(tree, {
    closeSelfClosing: false,
    characterReferences: { useNamedReferences: true },
  }) as Html;

const isMore = (node: Element): boolean =>
  node.tagName === "hr" && classesOf(node).includes("more");

function markMore(node: Root | Element): void {
  for (const child of [...node.children]) {
    if (child.type === "element") markMore(child);
    if (child.type === "comment" && /^\s*more\b/.test(child.value)) {
      replaceNode(node, child, [element("hr", { className: ["more"] })]);
    }
  }
}

/** The page has its `<h1>`. An id that was made here before loses its prefix, and gets it back from the sanitiser. */
function prepare(node: Element): void {
  if (node.tagName === "h1") node.tagName = "h2";
  const id = node.properties["id"];
  if (typeof id === "string") node.properties["id"] = id.replace(/^(n-)+/, "");
}

/** Ids were given a prefix by the sanitiser; links to them follow. Pictures load when they are near. */
function finishLinks(tree: Root): void {
  const ids = new Set<string>();
  eachElement(tree, (node) => void ids.add(String(node.properties["id"] ?? "")));
  eachElement(tree, (node) => {
    const href = node.properties["href"];
    if (typeof href === "string" && href.startsWith("#")) {
      const id = `n-${href.slice(1)}`;
      if (ids.has(id)) node.properties["href"] = `#${id}`;
    }
    if (node.tagName === "img") node.properties["loading"] = "lazy";
    if (classesOf(node).length === 0) delete node.properties["className"];
  });
}

/** Ids would collide where several leads stand on one page. */
function forOtherPages(tree: Root, path: string): Root {
  const copy = structuredClone(tree);
  eachElement(copy, (node) => {
    delete node.properties["id"];
    const href = node.properties["href"];
    if (typeof href === "string" && href.startsWith("#"))
      node.properties["href"] = encodeURI(path) + href;
  });
  return copy;
}
