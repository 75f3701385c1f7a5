import type { Element, ElementContent, Parents, Root } from "hast";
import { eachElement, element, isBlank, isElement, mapChildren } from "./tree.ts";

/** What stands in the place of a footnote's mark, and of the footnote, until Markdown is written. */
export const FOOTNOTE_MARK = "footnote-mark";
export const FOOTNOTE = "footnote-text";

/** What the text calls a footnote: a link to a place below that links back. */
interface Pair {
  readonly mark: Element;
  readonly back: Element;
}

/**
 * Word, Google Docs, LibreOffice and most pages write a footnote as two links to each other. The first becomes a mark,
 * the block with the second a footnote, numbered in the order of the text.
 */
export function findFootnotes(tree: Root): void {
  const pairs = listPairs(tree);
  if (pairs.length === 0) return;
  const marks = new Map(pairs.map(({ mark }, at) => [mark, at + 1]));
  const backs = new Map(pairs.map(({ back }, at) => [back, at + 1]));
  const notes: Element[] = [];
  mapChildren(tree, (node) => {
    const number = marks.get(node);
    return number ? [element(FOOTNOTE_MARK, [], { id: `${number}` })] : [node];
  });
  mapChildren(tree, (node) => {
    if (isElement(node, "sup")) return onlyMark(node) ?? [node];
    if (!isElement(node, "p", "li", "div", "dd")) return [node];
    const number = takeBack(node, backs);
    if (!number) return [node];
    notes.push(element(FOOTNOTE, [node], { id: `${number}` }));
    return [];
  });
  for (const note of notes)
    for (const item of note.children) if (isElement(item, "li")) item.tagName = "div";
  dropRule(tree);
  tree.children.push(...notes);
}

/** The rule that stood between the text and its footnotes parts nothing any more. Gives whether the end was found. */
function dropRule(parent: Parents): boolean {
  for (let at = parent.children.length - 1; at >= 0; at--) {
    const node = parent.children[at];
    if (!isElement(node)) continue;
    if (isElement(node, "hr")) parent.children.splice(at, 1);
    if (isElement(node, "hr") || !isBlank(node) || dropRule(node)) return true;
  }
  return false;
}

function listPairs(tree: Root): Pair[] {
  const links: { node: Element; to: string }[] = [];
  const places = new Map<string, number>();
  eachElement(tree, (node) => {
    const href = String(node.properties["href"] ?? "");
    const to = isElement(node, "a") ? /^[^#]*#(.+)$/.exec(href)?.[1] : undefined;
    // A name belongs to the link that stands in it, or is the next one.
    for (const name of [node.properties["id"], node.properties["name"]])
      if (name && !places.has(String(name))) places.set(String(name), links.length);
    if (to) links.push({ node, to });
  });
  return links.flatMap(({ node, to }, at) => {
    const other = places.get(to);
    const back = other !== undefined && other > at ? links[other] : undefined;
    return back && places.get(back.to) === at ? [{ mark: node, back: back.node }] : [];
  });
}

/** A mark needs no raised digits around it. */
function onlyMark(node: Element): ElementContent[] | null {
  const marks = node.children.filter((child) => isElement(child, FOOTNOTE_MARK));
  return marks.length > 0 ? marks : null;
}

/** Takes the link back out of a block; gives the number of its footnote. */
function takeBack(block: Parents, backs: ReadonlyMap<Element, number>): number | undefined {
  let number: number | undefined;
  mapChildren(block, (node) => {
    const found = backs.get(node);
    if (found) number = found;
    return found ? [] : [node];
  });
  return number;
}
