import type { Element, ElementContent, Root } from "hast";
import { cleanLink, cleanPicture, type LoosePicture } from "./addresses.ts";
import { isHidden, readStyle } from "./styles.ts";
import { eachElement, isElement, mapChildren } from "./tree.ts";
import { buildWordLists } from "./word-lists.ts";

/** What is no text: code of a page, its controls, and what other programs write beside a text. */
const GONE =
  /^(script|style|template|noscript|head|meta|link|title|base|xml|iframe|frame|object|embed|applet|audio|video|canvas|svg|math|nav|button|select|textarea|input|form-control|dialog|menu|map|progress|meter)$/;

/** Reads what a program or a page put into its markup, and drops the rest. Gives the pictures that left. */
export function cleanTree(tree: Root, base: string | undefined): LoosePicture[] {
  const loose: LoosePicture[] = [];
  dropComments(tree);
  buildWordLists(tree);
  liftHeadings(tree);
  mapChildren(tree, (node): readonly ElementContent[] => {
    if (GONE.test(node.tagName) && !isTask(node)) return [];
    if (/^[a-z]+:/.test(node.tagName)) return node.tagName.startsWith("o:") ? [] : node.children;
    if (isHidden(node)) return [];
    if (node.tagName === "img") return cleanPicture(node, base, loose);
    const read = readStyle(node);
    return node.tagName === "a" ? read.flatMap((part) => linkOf(part, base)) : read;
  });
  spellBlanks(tree);
  return loose;
}

/** A box of a list of tasks is a part of the text. */
const isTask = (node: Element): boolean =>
  node.tagName === "input" && node.properties["type"] === "checkbox";

const linkOf = (node: ElementContent, base: string | undefined): ElementContent[] =>
  isElement(node, "a") ? cleanLink(node, base) : [node];

function dropComments(tree: Root): void {
  const without = <T extends { type: string }>(children: T[]) =>
    children.filter(({ type }) => type === "text" || type === "element");
  eachElement(tree, (node) => {
    node.children = without(node.children);
  });
  tree.children = without(tree.children);
}

/** The page has its own `<h1>`: a text that brings one is set a level lower. */
function liftHeadings(tree: Root): void {
  let first = false;
  eachElement(tree, (node) => {
    if (isElement(node, "p") && /^Mso(Title|Subtitle)/.test(String(node.properties["className"])))
      node.tagName = node.properties["className"]?.toString().includes("Sub") ? "h2" : "h1";
    if (isElement(node, "h1")) first = true;
  });
  if (!first) return;
  eachElement(tree, (node) => {
    const level = Number(/^h([1-5])$/.exec(node.tagName)?.[1] ?? 0);
    if (level > 0) node.tagName = `h${level + 1}`;
  });
}

/** Programs write no-break spaces for many a blank; one between two words was meant. */
function spellBlanks(tree: Root): void {
  const spell = (children: readonly ElementContent[]) => {
    for (const child of children)
      if (child.type === "text")
        child.value = child.value
          .replace(/[\u200B\u2060\uFEFF]/g, "")
          .replace(/(?<!\S)\u00A0|\u00A0(?!\S)/g, " ");
  };
  spell(tree.children as ElementContent[]);
  eachElement(tree, (node) => {
    if (node.tagName !== "pre") spell(node.children);
  });
}
