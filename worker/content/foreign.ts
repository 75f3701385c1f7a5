import type { Element, ElementContent, Parents, Root } from "hast";
import { element, replaceNode, text, textOf } from "./tree.ts";

const EMBEDS = new Set(["img", "audio", "video", "iframe", "embed", "object"]);

/**
 * Puts a link that shows host and alternative text in the place of every picture, sound or frame that another host would
 * have to serve: no page asks a foreign host for anything. Frames go in any case.
 */
export function linkForeign(tree: Root): void {
  linkBelow(tree, false);
}

function linkBelow(parent: Parents, inLink: boolean): void {
  for (const node of [...parent.children]) {
    if (node.type !== "element") continue;
    const source = EMBEDS.has(node.tagName) ? sourceOf(node) : "/";
    if (node.tagName !== "iframe" && isOwn(source)) linkBelow(node, inLink || node.tagName === "a");
    else replaceNode(parent, node, standIn(node, source, inLink));
  }
}

const isOwn = (source: string): boolean => /^\/(?![/\\])/.test(source);

function sourceOf(node: Element): string {
  const own = String(node.properties["src"] ?? node.properties["data"] ?? "").trim();
  if (own) return own;
  const child = node.children.find((part) => part.type === "element" && part.tagName === "source");
  return child ? sourceOf(child as Element) : "";
}

/** A link, or its bare words where a link stands around it already; nothing where there is no address to show. */
function standIn(node: Element, source: string, inLink: boolean): ElementContent[] {
  const url = URL.parse(source.startsWith("//") ? `https:${source}` : source);
  const label = String(node.properties["alt"] ?? node.properties["title"] ?? textOf(node)).trim();
  if (!url || !/^https?:$/.test(url.protocol)) return label ? [text(label)] : [];
  const name = label || decodeName(url) || node.tagName;
  const words = [
    text(`${name} `),
    element("span", { className: ["foreign-host"] }, [text(`(${url.hostname})`)]),
  ];
  return inLink
    ? [element("span", { className: ["foreign"] }, words)]
    : [element("a", { className: ["foreign"], href: url.href }, words)];
}

function decodeName(url: URL): string {
  const last = url.pathname.split("/").pop() ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
