import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import type { CommentNode, Html } from "../../src/model.ts";
import { parseWebsite } from "../../worker/content/comments/addresses.ts";
import { VisitorFieldError } from "../../worker/content/comments/field-error.ts";
import { renderComment } from "../../worker/content/comments/markdown.ts";
import { parseName } from "../../worker/content/comments/name.ts";
import { parseText } from "../../worker/content/comments/parse.ts";
import { toNodes } from "../../worker/content/nodes.ts";
import { eachElement } from "../../worker/content/tree.ts";
import { XSS } from "../support/xss.ts";

const ELEMENTS = new Set("p br a em strong code pre blockquote ul ol li".split(" "));
const render = (text: string) => renderComment(text, { lang: "de", links: () => null });
const parse = (html: string): Root => fromHtml(html, { fragment: true }) as Root;

/** Elements, attributes and schemes that no comment may have, as a browser reads them. */
function strange(html: string): string[] {
  const found: string[] = [];
  eachElement(parse(html), (node: Element) => {
    if (!ELEMENTS.has(node.tagName)) found.push(node.tagName);
    found.push(...strangeAttributes(node.tagName, Object.entries(node.properties)));
  });
  return found;
}

const strangeAttributes = (tag: string, attributes: readonly (readonly [string, unknown])[]) =>
  attributes.flatMap(([name, value]) => {
    if (tag !== "a") return [`${tag} ${name}`];
    if (name === "rel" && String(value).replaceAll(",", " ") === "nofollow ugc noopener") return [];
    const web = name === "href" && /^https?:$/.test(URL.parse(String(value))?.protocol ?? "");
    return web ? [] : [`${tag} ${name}=${value}`];
  });

const strangeNodes = (nodes: readonly CommentNode[]): string[] =>
  nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    const [tag, attributes, children] = node;
    return [
      ...(ELEMENTS.has(tag) ? [] : [tag]),
      ...strangeAttributes(tag, Object.entries(attributes)),
      ...strangeNodes(children),
    ];
  });

/** What parsing gives, or null where the field is refused; any other error is a bug. */
function accepted<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof VisitorFieldError) return null;
    throw error;
  }
}

test("the catalogue is dangerous as it stands", () => {
  expect(new Set(XSS).size).toBe(XSS.length);
  expect(XSS.filter((text) => strange(text).length > 0).length).toBeGreaterThan(50);
});

describe.each(XSS.map((text) => [text.slice(0, 80), text]))("%j", (_shown, typed) => {
  test("as a text has nothing but what a comment may have", () => {
    const text = accepted(() => parseText(typed));
    if (text === null) return;
    const { html, nodes } = render(text);
    expect(strange(html)).toEqual([]);
    expect(strangeNodes(nodes)).toEqual([]);
    expect(nodes).toEqual(toNodes(html));
    const references = { useNamedReferences: true };
    expect(toHtml(parse(html), { characterReferences: references })).toBe(html);
  });

  test("between other texts and in every mark it is as harmless", () => {
    const text = accepted(() => parseText(typed)) ?? "x";
    for (const around of [
      `> ${text}\n\nx`,
      `- ${text}\n- b`,
      `**${text}**`,
      `[${text}](https://a.example/)`,
      `[a](https://a.example/${text})`,
      `\`\`\`${text}\nx\n\`\`\``,
    ])
      expect(strange(render(around).html)).toEqual([]);
  });

  test("as a name and a website it is a text and an address, or nothing", () => {
    const name = accepted(() => parseName(typed));
    const url = accepted(() => parseWebsite(typed));
    expect(name ?? "").not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
    expect(name ?? "").not.toMatch(/\p{M}{4}/u);
    expect(url ?? "https://").toMatch(/^https?:\/\/[^\s"<>]*$/);
    const attributes = url === null ? {} : { href: url };
    const { children } = parse(renderToString(h("a", attributes, name)));
    expect(children).toHaveLength(1);
    const [link] = children as [Element];
    expect(Object.keys(link.properties)).toEqual(Object.keys(attributes));
    expect(link.children).toEqual(name ? [expect.objectContaining({ value: name })] : []);
  });
});

test("an address of the blog's own is followed, every other is not vouched for", () => {
  const links = () => "/2010/03/hallo/#comment-g";
  const { html } = renderComment("#7 https://a.example/", { lang: "de", links });
  expect(html).toContain('<a href="/2010/03/hallo/#comment-g">#7</a>');
  expect(html).toContain('rel="nofollow ugc noopener"');
  expect(toNodes(html as Html)).toHaveLength(1);
});
