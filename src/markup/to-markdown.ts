import type { Comment, Element, Parents, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { LoosePicture } from "./addresses.ts";
import { cleanTree } from "./clean.ts";
import { findFootnotes } from "./footnotes.ts";
import { depthOf, plainMarkdown } from "./plain.ts";
import { tidyTree } from "./tidy.ts";
import { eachElement, isElement } from "./tree.ts";
import { writeMarkdown } from "./write.ts";

/** Characters of markup, and elements in each other, that are read; beyond, only the words are. */
const MAX_CHARS = 2_000_000;
const MAX_DEPTH = 200;
/** Cells that one cell of a table may stand for. */
const MAX_SPAN = 20;

export interface Converted {
  readonly markdown: string;
  /** Pictures that only this machine can see, in the order of the text; they are not in it. */
  readonly pictures: readonly LoosePicture[];
}

/**
 * Markdown for what was copied from a program or a page. No markup of strangers stays: what Markdown has no word for becomes
 * its text. Never throws. `base`: the address that links without a host mean; without it such links become text.
 */
export function strangersMarkdown(html: string, base?: string): Converted {
  return read(html, (tree) => {
    findFootnotes(tree);
    const pictures = cleanTree(tree, base);
    tidyTree(tree);
    return { markdown: writeMarkdown(tree, false), pictures };
  });
}

/** Markdown for a post's own rendered HTML: addresses stay as they are, and so does markup beyond Markdown. */
export const ownMarkdown = (html: string): string =>
  read(html, (tree) => {
    keepMore(tree);
    return { markdown: writeMarkdown(tree, true), pictures: [] };
  }).markdown;

function read(html: string, convert: (tree: Root) => Converted): Converted {
  if (html.length > MAX_CHARS || depthOf(html) > MAX_DEPTH) return plain(html);
  try {
    const tree = fromHtml(html, { fragment: true });
    eachElement(tree, limitSpans);
    const { markdown, pictures } = convert(tree);
    return { markdown: markdown.trim(), pictures };
  } catch {
    return plain(html);
  }
}

const plain = (html: string): Converted => ({ markdown: plainMarkdown(html), pictures: [] });

function limitSpans(node: Element): void {
  for (const name of ["colSpan", "rowSpan"] as const)
    if (Number(node.properties[name]) > MAX_SPAN) node.properties[name] = MAX_SPAN;
}

/** `<!--more-->` is the one comment that says something. */
function keepMore(parent: Parents): void {
  const says = (node: Comment) => /^\s*more\b/.test(node.value);
  parent.children = (parent.children as Element[]).filter(
    (child) => (child as { type: string }).type !== "comment" || says(child as never),
  );
  for (const child of parent.children) if (isElement(child)) keepMore(child);
}
