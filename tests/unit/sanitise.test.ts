import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { renderCommentHtml, renderPostHtml } from "../../worker/content/html.ts";
import { eachElement } from "../../worker/content/tree.ts";

const CORPUS = [
  `<blockquote cite="x\nonfocus=alert(1) autofocus tabindex=1 y">q</blockquote>`,
  `<a href="jav&#x09;ascript:alert(1)">a</a>`,
  `<a href="JaVaScRiPt&colon;alert(1)">a</a>`,
  `<a href="\u0001javascript:alert(1)">a</a>`,
  `<a href="data:text/html,<script>alert(1)</script>">a</a>`,
  `<a href="vbscript:x">a</a>`,
  `<img src=x onerror=alert(1)>`,
  `<img src="data:image/svg+xml,<svg onload=alert(1)>">`,
  `<svg><script>alert(1)</script></svg>`,
  `<svg onload=alert(1)>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>`,
  `<noscript><p title="</noscript><img src=x onerror=alert(1)>">`,
  `<xmp><img src=x onerror=alert(1)></xmp>`,
  `<noembed><img src=x onerror=alert(1)></noembed>`,
  `<plaintext><img src=x onerror=alert(1)>`,
  `<textarea><img src=x onerror=alert(1)></textarea>`,
  `<template><img src=x onerror=alert(1)></template>`,
  `<iframe srcdoc="<script>alert(1)</script>"></iframe>`,
  `<p style="position:fixed;inset:0" class="fixed inset-0" id="x" onclick="x()">p</p>`,
  `<img name=getElementById><a id=__proto__ name=constructor>x</a>`,
  `<base href=//evil.test><meta http-equiv=refresh content=0><link rel=stylesheet href=//evil.test>`,
  `<object data=//evil.test/x.swf><embed src=//evil.test>`,
  `<video poster="javascript:alert(1)"><source src="javascript:alert(1)" onerror=alert(1)></video>`,
  `<input type=image src=x onerror=alert(1)><button formaction=javascript:alert(1)>b</button>`,
  `<${"div><".repeat(500)}svg/onload=alert(1)>`,
  "<p title='`\"onfocus=alert(1)'>t</p>",
  `<a href="//evil.test/\\"onmouseover=alert(1)">a</a>`,
];

const ELEMENTS =
  /^(script|style|svg|math|iframe|object|embed|form|template|base|meta|link|button|textarea|xmp)$/;

/** Everything in the markup that a browser would run, load from elsewhere or obey, as a browser parses it. */
function dangers(html: string): string[] {
  const found: string[] = [];
  eachElement(fromHtml(html, { fragment: true }) as Root, (node: Element) => {
    if (ELEMENTS.test(node.tagName)) found.push(node.tagName);
    for (const [name, value] of Object.entries(node.properties)) {
      if (/^on|^style$|^srcDoc$|^name$|^formAction$/i.test(name)) found.push(name);
      if (
        /^(href|src|poster|cite)$/.test(name) &&
        /^[\s\p{Cc}]*(?!https?:|mailto:)[a-z]+:/iu.test(String(value))
      ) {
        found.push(`${name}=${value}`);
      }
      if (/^(src|poster)$/.test(name) && !/^\/[^/\\]/.test(String(value)))
        found.push(`${name}=${value}`);
    }
  });
  return found;
}

const post = (text: string) => renderPostHtml(text, { lang: "de", path: "/x/" }).html;
const comment = (text: string) => renderCommentHtml(text, "de").html;

test("the corpus is dangerous as it stands", () => {
  expect(CORPUS.filter((text) => dangers(text).length > 0).length).toBeGreaterThan(
    CORPUS.length / 2,
  );
});

describe.each([
  ["a post", post],
  ["a comment", comment],
])("in %s", (_name, render) => {
  test.each(CORPUS)("%s can do nothing", (text) => {
    expect(dangers(render(text))).toEqual([]);
  });

  test.each(CORPUS)("what was made of %s stays what it is when it is made again", (text) => {
    const once = render(text);
    expect(render(once)).toBe(once);
  });
});

test("a comment has no class, no id and no picture", () => {
  const html = comment('<p class="x" id="y">a <img src="/media/k/a.png" alt="b"></p><h2>c</h2>');
  expect(html).not.toMatch(/class|id=|<img|<h2/);
});

test("a comment's link that leads nowhere is its words", () => {
  expect(comment('<a name="x">a</a> <a href="javascript:x">b</a>')).toBe("a b");
});

test("an author's ids all carry the same prefix", () => {
  expect(post('<h2 id="constructor">a</h2><a href="#constructor">b</a>')).toBe(
    '<h2 id="n-constructor">a</h2><a href="#n-constructor">b</a>',
  );
});

test("control characters and half characters do not get through", () => {
  expect(post("<p>a\u0000b\u000Bc\uD800d\uFFFE</p>")).toBe("<p>abc\uFFFDd</p>");
});
