import type { Element, ElementContent, Parents } from "hast";
import { isBlank, isElement, mapChildren } from "./tree.ts";

const MARKS = ["strong", "b", "em", "i", "del", "s", "strike"] as const;
const BLOCK = /^(p|div|h[1-6]|ul|ol|blockquote|pre|table|hr|figure|section|article|dl)$/;

/**
 * Puts in order what Markdown cannot say: a blank at the edge of a mark, a mark around nothing or in itself, two marks
 * side by side, a list that is the child of a list, a line break between blocks.
 */
export function tidyTree(tree: Parents): void {
  mapChildren(tree, (node) => {
    node.children = joinMarks(node.children);
    if (isElement(node, "ul", "ol")) takeInLists(node);
    if (isElement(node, "li")) loosenItem(node);
    if (/^h[1-6]$/.test(node.tagName)) unwrap(node, "strong", "b");
    if (isElement(node, "table") && isFrame(node)) return cellOf(node);
    if (isElement(node, "p") && isBlank(node) && !holdsPicture(node)) return [];
    return isElement(node, ...MARKS) ? edgesOut(node) : [node];
  });
  tree.children = joinMarks(tree.children as ElementContent[]);
}

/** A mark that holds nothing goes, and the blanks at its edges stand outside. */
function edgesOut(node: Element): ElementContent[] {
  if (isBlank(node) && !holdsPicture(node)) return node.children;
  if (node.children.some(isBlock)) return node.children;
  const before = takeBlank(node.children, 0, /^[\s\u00A0]+/);
  const after = takeBlank(node.children, node.children.length - 1, /[\s\u00A0]+$/);
  return [...before, node, ...after];
}

function takeBlank(children: ElementContent[], at: number, edge: RegExp): ElementContent[] {
  const child = children[at];
  if (child?.type === "element" && child.tagName === "br") return children.splice(at, 1);
  const blank = child?.type === "text" ? edge.exec(child.value)?.[0] : undefined;
  if (child?.type !== "text" || !blank) return [];
  child.value = child.value.replace(edge, "");
  return [{ type: "text", value: blank }];
}

/** `<b>a</b><b>b</b>` is one mark; no line break stands beside a block. */
function joinMarks(children: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const child of children) {
    if (isBlock(child)) while (isElement(joined.at(-1), "br")) joined.pop();
    if (!(isElement(child, "br") && isBlock(joined.at(-1)))) append(joined, child);
  }
  return joined;
}

function append(list: ElementContent[], child: ElementContent): void {
  const last = list.at(-1);
  if (child.type === "text" && last?.type === "text") last.value += child.value;
  else if (isElement(child, ...MARKS) && isElement(last, child.tagName))
    for (const inner of child.children) append(last.children, inner);
  else list.push(child);
}

const isBlock = (node: ElementContent | undefined): node is Element =>
  isElement(node) && BLOCK.test(node.tagName);

/** A list in a list belongs to the item before it. */
function takeInLists(list: Element): void {
  const items: ElementContent[] = [];
  for (const child of list.children) {
    const last = items.at(-1);
    if (isElement(child, "ul", "ol") && isElement(last, "li")) last.children.push(child);
    else if (!(child.type === "text" && isBlank(child))) items.push(child);
  }
  list.children = items;
}

/** The one paragraph of an item is its text. */
function loosenItem(item: Element): void {
  const paragraphs = item.children.filter((child) => isElement(child, "p"));
  if (paragraphs.length === 1) unwrap(item, "p");
}

function unwrap(node: Element, ...names: string[]): void {
  node.children = node.children.flatMap((child) =>
    isElement(child, ...names) ? child.children : [child],
  );
}

/** A table of one cell only draws a frame. */
function isFrame(table: Element): boolean {
  let cells = 0;
  mapChildren(table, (node) => {
    if (isElement(node, "td", "th")) cells++;
    return [node];
  });
  return cells === 1;
}

function cellOf(table: Element): ElementContent[] {
  return table.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return /^t[dh]$/.test(child.tagName) ? child.children : cellOf(child);
  });
}

const holdsPicture = (node: Element): boolean =>
  node.children.some(
    (child) => isElement(child) && (child.tagName === "img" || holdsPicture(child)),
  );
