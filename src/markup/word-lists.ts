import type { Element, ElementContent, Parents } from "hast";
import { declarationsOf, element, isElement, mapChildren, textOf } from "./tree.ts";

/** A paragraph that Word means as an item of a list. */
interface Item {
  /** From 1. */
  readonly level: number;
  readonly ordered: boolean;
  readonly paragraph: Element;
}

/** Word writes lists as paragraphs with a bullet in them; they become lists, as deep as they say. */
export function buildWordLists(parent: Parents): void {
  const children: ElementContent[] = [];
  let items: Item[] = [];
  const close = () => {
    if (items.length > 0) for (const list of nest(items)) children.push(list);
    items = [];
  };
  for (const child of parent.children as ElementContent[]) {
    const item = isElement(child) ? readItem(child) : null;
    if (item) items.push(item);
    else if (!(items.length > 0 && child.type === "text" && child.value.trim() === "")) {
      close();
      if (isElement(child)) buildWordLists(child);
      children.push(child);
    }
  }
  close();
  parent.children = children;
}

function readItem(node: Element): Item | null {
  if (!/^(p|h[1-6]|div)$/.test(node.tagName)) return null;
  const level = /\blevel(\d+)\b/.exec(declarationsOf(node).get("mso-list") ?? "")?.[1];
  if (!level) return null;
  let mark = "";
  mapChildren(node, (child) => {
    if (declarationsOf(child).get("mso-list") !== "ignore") return [child];
    mark = textOf(child).replace(/[\s\u00A0]+/g, "");
    return [];
  });
  const ordered = /^\(?(\d{1,4}|[a-z]{1,4})(\.\d+)*[.)]$/i.test(mark);
  return { level: Math.min(Number(level), 9), ordered, paragraph: node };
}

/** Items one after the other become lists in lists; a level that was left out is no level. */
function nest(items: readonly Item[]): Element[] {
  const top: Element[] = [];
  const open: { level: number; list: Element }[] = [];
  for (const { level, ordered, paragraph } of items) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const tagName = ordered ? "ol" : "ul";
    let current = open.at(-1);
    if (current?.level === level && current.list.tagName !== tagName) {
      open.pop();
      current = undefined;
    }
    if (current?.level !== level) {
      const list = element(tagName, []);
      const holder = open.at(-1)?.list.children.at(-1);
      if (isElement(holder)) holder.children.push(list);
      else top.push(list);
      current = { level, list };
      open.push(current);
    }
    current.list.children.push(element("li", paragraph.children));
  }
  return top;
}
