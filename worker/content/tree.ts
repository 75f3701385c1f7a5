import type { Element, ElementContent, Nodes, Parents, Root, RootContent } from "hast";

/** Walks every element below a node, parents first; the visitor may change or replace children. */
export function eachElement(node: Nodes, visit: (element: Element, parent: Parents) => void): void {
  if (!("children" in node)) return;
  for (const child of [...node.children]) {
    if (child.type !== "element") continue;
    visit(child, node);
    eachElement(child, visit);
  }
}

/** Puts other nodes in the place of one. */
export function replaceNode(
  parent: Parents,
  old: RootContent,
  fresh: readonly ElementContent[],
): void {
  const at = parent.children.indexOf(old as never);
  if (at >= 0) parent.children.splice(at, 1, ...(fresh as never[]));
}

export const element = (
  tagName: string,
  properties: Element["properties"],
  children: Element["children"] = [],
): Element => ({ type: "element", tagName, properties, children });

export const text = (value: string): ElementContent => ({ type: "text", value });

/** The plain text below a node, white space as it stands. */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

export const classesOf = (node: Element): string[] =>
  Array.isArray(node.properties.className) ? node.properties.className.map(String) : [];

/**
 * A copy of the tree that ends before the first element for which `isEnd` holds, every open element closed where it
 * stands; null when there is none.
 */
export function cutBefore(root: Root, isEnd: (element: Element) => boolean): Root | null {
  const found = { yes: false };
  const children = cutChildren(root.children, isEnd, found);
  return found.yes ? { type: "root", children } : null;
}

function cutChildren<T extends RootContent>(
  children: readonly T[],
  isEnd: (element: Element) => boolean,
  found: { yes: boolean },
): T[] {
  const kept: T[] = [];
  for (const child of children) {
    if (child.type === "element" && isEnd(child)) found.yes = true;
    if (found.yes) return kept;
    if (child.type !== "element") kept.push(child);
    else kept.push({ ...child, children: cutChildren(child.children, isEnd, found) });
  }
  return kept;
}

const BLOCK = /^(p|div|h[2-6]|li|blockquote|pre|tr|td|th|figcaption|dt|dd|br|hr|section|summary)$/;
const SKIPPED = /^(sup|script|style|audio|video)$/;

/** Plain text on one line, with a blank between blocks; footnote marks are left out. */
export function blockText(tree: Root): string {
  const pieces: string[] = [];
  gatherText(tree, pieces);
  return pieces.join("").replace(/\s+/g, " ");
}

/** White space is folded once at the end: at each level it would take a time that grows with the depth. */
function gatherText(node: Root | Element, pieces: string[]): void {
  for (const child of node.children) {
    if (child.type === "text") pieces.push(child.value);
    if (child.type !== "element" || SKIPPED.test(child.tagName)) continue;
    const blank = BLOCK.test(child.tagName) ? [" "] : [];
    pieces.push(...blank);
    gatherText(child, pieces);
    pieces.push(...blank);
  }
}
