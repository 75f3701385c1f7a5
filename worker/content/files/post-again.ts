import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { RenderedPostRow } from "../../db/write/rendered.ts";
import type { RenderedPost } from "../html.ts";
import { renderMarkdown } from "../markdown.ts";
import { eachElement, replaceNode, textOf } from "../tree.ts";
import { liesBeside, MEDIA } from "./render.ts";

/**
 * The post made anew of its source. Where the files beside it are stored, and whether its first heading became the title,
 * only the HTML of before knows; null when its pictures are no longer those of the source.
 */
export function renderPostAgain(post: RenderedPostRow): RenderedPost | null {
  const { source, lang, path, title } = post;
  const before = fromHtml(post.html, { fragment: true });
  const stored = mediaOf(before).filter(isStored);
  let fits = true;
  const rendered = renderMarkdown(source, {
    ...{ lang, path },
    transforms: [
      (tree) => dropTitle(tree, before, title),
      (tree) => {
        const wanted = mediaOf(tree).filter((node) => isStored(node) || liesBeside(srcOf(node)));
        fits = wanted.length === stored.length;
        for (const [at, node] of wanted.entries()) place(node, stored[at]);
      },
    ],
  });
  return fits ? rendered : null;
}

const srcOf = (node: Element): string => String(node.properties["src"] ?? "");
const isStored = (node: Element): boolean => srcOf(node).startsWith("/media/");

function mediaOf(tree: Root): Element[] {
  const found: Element[] = [];
  eachElement(tree, (node) => {
    if (MEDIA.test(node.tagName) && srcOf(node)) found.push(node);
  });
  return found;
}

/** Both stand in the order of the text. */
function place(node: Element, stored: Element | undefined): void {
  if (!stored || (isStored(node) && srcOf(node) !== srcOf(stored))) return;
  node.properties["src"] = stored.properties["src"];
  if (node.tagName !== "img") return;
  for (const name of OF_SIZE)
    if (stored.properties[name]) node.properties[name] = stored.properties[name];
}

/** What only a picture's row knows. */
const OF_SIZE = ["decoding", "width", "height", "srcSet", "sizes"];

/** A heading that the text begins with, and the HTML of before did not, had become the title. */
function dropTitle(tree: Root, before: Root, title: string): void {
  const heading = firstHeading(tree);
  if (!heading || letters(textOf(heading)) !== letters(title)) return;
  const old = firstHeading(before);
  if (!old || letters(textOf(old)) !== letters(title)) replaceNode(tree, heading, []);
}

function firstHeading(tree: Root): Element | null {
  const first = tree.children.find((child) => child.type === "element");
  return first && /^h[1-6]$/.test(first.tagName) ? first : null;
}

/** Typography changes quotes, dashes and spaces. */
const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, "");
