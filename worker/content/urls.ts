import type { Element, ElementContent, Parents, Root } from "hast";
import { eachElement, element, text, textOf } from "./tree.ts";

/** Characters. Longer addresses are nobody's. */
const MAX_URL_CHARS = 2_048;
/** Characters of a path that are shown behind the host. */
const SHOWN_PATH_CHARS = 24;
const VERBATIM = new Set(["a", "code", "pre", "kbd", "samp", "script", "style", "textarea"]);

/** An address on the web as a browser would write it, or null. */
export function webUrl(address: string): string | null {
  if (address.length > MAX_URL_CHARS) return null;
  const url = URL.parse(address.trim());
  return url && /^https?:$/.test(url.protocol) && !url.username ? url.href : null;
}

/** Host and start of the path, for the eye. */
export function shortUrl(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  const host = url.hostname.replace(/^www\./, "");
  const rest = readable(url.pathname.replace(/\/$/, "") + url.search + url.hash);
  const shown = [...rest];
  if (shown.length <= SHOWN_PATH_CHARS) return host + rest;
  return `${host}${shown.slice(0, SHOWN_PATH_CHARS).join("")}…`;
}

/** Makes links of the bare addresses in a comment, and shortens those that are linked already. */
export function linkUrls(tree: Root): void {
  linkBelow(tree);
  eachElement(tree, (node) => {
    const href = node.properties["href"];
    const url = node.tagName === "a" && textOf(node).trim() === href ? webUrl(String(href)) : null;
    if (url) node.children = [text(shortUrl(url))];
  });
}

/** Makes a link of each address that has a line to itself: WordPress put a player or a card there. */
export function linkLoneUrls(tree: Root): void {
  const link = (parent: Root | Element) => {
    if (parent.type === "element" && VERBATIM.has(parent.tagName)) return;
    const { children } = parent;
    children.forEach((node, at) => {
      if (node.type !== "text" || !isEdge(children[at - 1]) || !isEdge(children[at + 1])) return;
      const url = /^\s*https?:\/\/\S+\s*$/i.test(node.value) ? webUrl(node.value) : null;
      if (url) children[at] = linkTo(url);
    });
  };
  link(tree);
  eachElement(tree, link);
}

const isEdge = (node: Root["children"][number] | undefined): boolean =>
  !node ||
  (node.type === "element" && node.tagName !== "a" && /^(br|p|div|hr)$/.test(node.tagName));

const linkTo = (url: string): Element => element("a", { href: url }, [text(shortUrl(url))]);

function linkBelow(parent: Parents): void {
  const fresh: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (child.type === "text") fresh.push(...linksIn(child.value));
    else fresh.push(child);
    if (child.type === "element" && !VERBATIM.has(child.tagName)) linkBelow(child);
  }
  parent.children = fresh;
}

function linksIn(words: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const { 0: found, index } of words.matchAll(/(?:https?:\/\/|\bwww\.)[^\s<>"“”«»]+/gi)) {
    const address = withoutTail(found);
    const url = webUrl(/^www/i.test(address) ? `http://${address}` : address);
    if (!url) continue;
    if (index > end) parts.push(text(words.slice(end, index)));
    parts.push(linkTo(url));
    end = index + address.length;
  }
  if (end < words.length) parts.push(text(words.slice(end)));
  return parts;
}

/** Punctuation at the end belongs to the sentence, a closing bracket only where none was opened. */
function withoutTail(found: string): string {
  let end = found.length;
  const opened = found.includes("(");
  while (end > 0 && /[.,;:!?'’…*\])]/.test(found[end - 1] ?? "")) {
    if (found[end - 1] === ")" && opened) break;
    end--;
  }
  return found.slice(0, end);
}

function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
