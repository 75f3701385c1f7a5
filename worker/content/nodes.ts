import type { Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { CommentNode, Html } from "../../src/model.ts";

/** Sanitised markup as data. */
export const toNodes = (html: Html): readonly CommentNode[] =>
  nodesOf(fromHtml(html, { fragment: true }));

/** A sanitised tree as data; the line breaks between blocks, which nobody sees, are left out. */
export const nodesOf = (tree: Root): readonly CommentNode[] => childrenOf(tree);

const BLOCKS = /^(?:blockquote|ul|ol)$/;

function childrenOf(node: Nodes): CommentNode[] {
  if (!("children" in node)) return [];
  const loose = node.type === "root" || (node.type === "element" && BLOCKS.test(node.tagName));
  return node.children.flatMap((child): CommentNode[] => {
    if (child.type === "text") return loose && !child.value.trim() ? [] : [child.value];
    if (child.type !== "element") return [];
    return [[child.tagName, attributesOf(child.properties), childrenOf(child)]];
  });
}

const attributesOf = (properties: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(" ") : String(value),
    ]),
  );
