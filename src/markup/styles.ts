import type { Element, ElementContent } from "hast";
import { declarationsOf, element, isElement } from "./tree.ts";

/** What the look of a piece of text meant: programs write it as a style, Markdown as a mark. */
export function readStyle(node: Element): ElementContent[] {
  const style = declarationsOf(node);
  const weight = style.get("font-weight") ?? "";
  const plain = /^(normal|[1-5]00)$/.test(weight);
  if (isElement(node, "b", "strong") && plain) return node.children;
  if (isElement(node, "i", "em") && style.get("font-style") === "normal") return node.children;
  if (!isElement(node, "span", "font", "a", "u", "tt")) return [node];
  const lines = `${style.get("text-decoration") ?? ""} ${style.get("text-decoration-line") ?? ""}`;
  const marks = [
    /^(bold|bolder|[6-9]00)$/.test(weight) && "strong",
    /^(italic|oblique)\b/.test(style.get("font-style") ?? "") && "em",
    /\bline-through\b/.test(lines) && "del",
    style.get("vertical-align") === "super" && "sup",
    style.get("vertical-align") === "sub" && "sub",
  ].filter((mark) => mark !== false);
  let children = node.children;
  for (const mark of marks) children = [element(mark, children)];
  if (!isElement(node, "a")) return children;
  node.children = children;
  return [node];
}

/** Whether its writer hid it. */
export function isHidden(node: Element): boolean {
  const style = declarationsOf(node);
  return (
    style.get("display") === "none" ||
    style.get("visibility") === "hidden" ||
    style.get("mso-hide") === "all" ||
    (node.properties["hidden"] !== undefined && node.properties["hidden"] !== false)
  );
}
