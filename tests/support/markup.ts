import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { eachElement, textOf } from "../../worker/content/tree.ts";

/** Elements of pages that can act, and that no page of the blog has. */
const ACTING = new Set(
  "iframe object embed applet base frame frameset portal svg math template noembed xmp plaintext marquee video".split(
    " ",
  ),
);
const ADDRESSES = ["href", "src", "action", "formAction", "cite", "poster", "data", "xLinkHref"];

/** What in a page, as a browser reads it, could run or lead astray; each as a short text. */
export function dangersIn(html: string): string[] {
  const found: string[] = [];
  eachElement(fromHtml(html), (node) => {
    if (ACTING.has(node.tagName)) found.push(node.tagName);
    if (node.tagName === "script" && !isOwnScript(node)) found.push("script");
    found.push(...dangerousAttributes(node));
  });
  return found;
}

const isOwnScript = ({ properties }: Element): boolean =>
  properties["type"] === "application/ld+json" ||
  (properties["type"] === "module" && String(properties["src"]).startsWith("/assets/"));

function dangerousAttributes({ tagName, properties }: Element): string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const said = `${tagName} ${name}=${String(value).slice(0, 60)}`;
    if (/^on/i.test(name) || name === "style" || name === "srcDoc") return [said];
    if (tagName === "meta" && name === "httpEquiv") return [said];
    if (!ADDRESSES.includes(name)) return [];
    const { protocol } = new URL(String(value), "https://blog.test/");
    return /^https?:$/.test(protocol) ? [] : [said];
  });
}

/** The data blocks of a page, parsed. */
export function dataIn(html: string): unknown[] {
  const found: unknown[] = [];
  eachElement(fromHtml(html), (node) => {
    if (node.tagName === "script" && node.properties["type"] === "application/ld+json")
      found.push(JSON.parse(textOf(node)));
  });
  return found;
}
