import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { ownMarkdown } from "../../../src/markup/to-markdown.ts";
import type { Html, Path } from "../../../src/model.ts";
import { renderMarkdown } from "../markdown.ts";
import { eachElement, textOf } from "../tree.ts";

/** An HTML post as readers see it. */
export interface HtmlPost {
  readonly lang: string;
  readonly path: Path;
  readonly html: Html;
  readonly lead: Html | null;
}

/**
 * Markdown that the blog's own renderer makes the same post of: the same letters, links, pictures, headings, lists,
 * tables and code, in the same order. Else a sentence that says what comes out differently first.
 */
export function htmlToMarkdown(post: HtmlPost): { markdown: string } | { differs: string } {
  const before = fromHtml(post.html, { fragment: true });
  const marked = post.lead === null ? post.html : markMore(post.html, post.lead);
  if (marked === null) return { differs: "The place of “more” could not be found." };
  const markdown = ownMarkdown(marked);
  const { html, lead } = renderMarkdown(markdown, post);
  const after = fromHtml(html, { fragment: true });
  for (const [what, list] of Object.entries(PARTS)) {
    const difference = firstDifference(list(before), list(after));
    if (difference) return { differs: `The ${what} would differ: ${difference}` };
  }
  const leadLetters = (of: Html | null) => (of === null ? "" : letters(wordsOf(of)));
  if (leadLetters(lead) !== leadLetters(post.lead))
    return { differs: "The text before “more” would differ." };
  return { markdown };
}

/** Typography changes quotes, dashes and spaces. */
const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, "");

const wordsOf = (html: Html): string => textOf(fromHtml(html, { fragment: true }));

/** The lead is what stands before the mark, closed where it ended; null when that is not whole blocks. */
function markMore(html: Html, lead: Html): string | null {
  const tree = fromHtml(html, { fragment: true });
  const { children } = fromHtml(lead, { fragment: true });
  const before = tree.children.slice(0, children.length);
  const same = letters(before.map(textOf).join("")) === letters(wordsOf(lead));
  if (!same) return null;
  tree.children.splice(children.length, 0, { type: "comment", value: "more" });
  return toHtml(tree);
}

type Lister = (tree: Root) => string[];

const PARTS: Readonly<Record<string, Lister>> = {
  headings: listed(/^h[1-6]$/, (node) => `${node.tagName} ${letters(textOf(node))}`),
  links: listed(/^a$/, (node) => `${address(node, "href")} ${letters(textOf(node))}`),
  pictures: listed(/^img$/, (node) => `${address(node, "src")} ${node.properties["alt"] ?? ""}`),
  sounds: listed(/^(audio|video|source)$/, (node) => `${node.tagName} ${address(node, "src")}`),
  lists: listed(/^([uo]l|li|d[ldt])$/, (node) => `${node.tagName} ${letters(textOf(node))}`),
  tables: listed(/^(table|t[rdh])$/, cell),
  code: listed(/^pre$/, (node) => textOf(node).trimEnd()),
  quotations: listed(/^blockquote$/, (node) => letters(textOf(node))),
  "marked words": listed(/^(sub|sup|kbd|del|ins|mark|small|code)$/, (node) =>
    [node.tagName, letters(textOf(node))].join(" "),
  ),
  text: (tree) => [letters(textOf(tree))],
};

function listed(names: RegExp, say: (node: Element) => string): Lister {
  return (tree) => {
    const found: string[] = [];
    eachElement(tree, (node) => {
      if (names.test(node.tagName)) found.push(say(node));
    });
    return found;
  };
}

/** The same address may be written with and without escapes. */
function address(node: Element, name: "href" | "src"): string {
  const typed = String(node.properties[name] ?? "");
  return URL.parse(typed, "https://blog.invalid/")?.href ?? typed;
}

/** A table's head may be a row of plain cells. */
function cell(node: Element): string {
  const { colSpan, rowSpan } = node.properties;
  return `${node.tagName.replace("th", "td")} ${colSpan ?? 1} ${rowSpan ?? 1} ${letters(textOf(node))}`;
}

/** Characters of a difference that are shown. */
const SHOWN = 80;

function firstDifference(before: readonly string[], after: readonly string[]): string | null {
  const length = Math.max(before.length, after.length);
  for (let at = 0; at < length; at++) {
    const [was, is] = [before[at], after[at]];
    if (was !== is) return [was, is].map((part) => shorten(part, was, is)).join(" → ");
  }
  return null;
}

/** Begins where the two part. */
function shorten(part: string | undefined, was = "", is = ""): string {
  if (part === undefined) return "∅";
  let at = 0;
  while (at < was.length && was[at] === is[at]) at++;
  const start = Math.max(0, at - 20);
  return `“${start > 0 ? "…" : ""}${part.slice(start, start + SHOWN)}”`;
}
