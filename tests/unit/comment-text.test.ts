import { expect, test } from "vitest";
import { renderComment } from "../../worker/content/comments/markdown.ts";
import { parseText } from "../../worker/content/comments/parse.ts";

const html = (text: string) => renderComment(text, { lang: "de", links: () => null }).html;

test("a visitor's text keeps its line breaks and gets no headings, pictures or markup", () => {
  const made = html("# Eins\nZwei <b>drei</b> ![x](https://a.example/x.png)\n\n> zitiert");
  expect(made).toContain("# Eins<br>Zwei");
  expect(made).toContain("&lt;b>drei&lt;/b>");
  expect(made).not.toMatch(/<(h\d|img|b)\b/);
  expect(made).toContain("<blockquote>");
});

test("a visitor's links say that the blog does not vouch for them", () => {
  const made = html("https://a.example/x und [hier](https://b.example/)");
  expect(made.match(/rel="nofollow ugc noopener"/g)).toHaveLength(2);
});

test.each([
  "17. März",
  "1. Mai war schön",
  "- ja",
  "* ja",
  "+1",
  "3. ist falsch\n4. auch",
  "1. Mai\n17. Juni",
  "- ja\n+ nein",
  "1. a\n2) b",
  "Nachtrag:\n1. Mai war schön",
  "Ich fand es\n- nun ja\nschön",
  "-\n-",
  "AT&amp;T &lt;",
  "a | b\n-|-\n1 | 2",
  "Zeile\n=====",
  "***",
  "~~weg~~",
  "<anna@a.example>",
  "[x](javascript:alert(1))",
  "[x](/admin/)",
  "[x](//evil.example/)",
  "a\n\n    eingerückt".replace("\n\n    ", "\n"),
])("%j is not Markdown but what somebody typed", (text) => {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/\n/g, "<br>");
  expect(html(text)).toBe(`<p>${escaped}</p>\n`);
});

test("a definition for links elsewhere is shown like any other line", () => {
  expect(html("[1]: https://a.example/")).toContain("[1]: <a ");
});

test("a list has two items of one kind, or numbers from one on", () => {
  expect(html("- a\n- b")).toBe("<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
  expect(html("Also:\n1. a\n2. b\n3. c")).toBe(
    "<p>Also:</p>\n<ol>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ol>\n",
  );
  expect(html("- a\n\n  noch a\n\n- b")).toContain("<p>noch a</p>");
  expect(html("- a\n  1. x\n  2. y\n- b").match(/<li>/g)).toHaveLength(4);
  expect(html("- a\n  - b\n- c")).toBe("<ul>\n<li>a<br>- b</li>\n<li>c</li>\n</ul>\n");
});

test("a number that does not go on with a list does not belong to it", () => {
  const made = html("1. a\n2. b\n\n17. März");
  expect(made).toBe("<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<p>17. März</p>\n");
});

test("a quote ends with its mark, so that an answer may begin in the next line", () => {
  expect(html("> zitiert\nNein.\n> noch\n> mehr\nAuch nein.")).toBe(
    "<blockquote>\n<p>zitiert</p>\n</blockquote>\n<p>Nein.</p>\n" +
      "<blockquote>\n<p>noch<br>mehr</p>\n</blockquote>\n<p>Auch nein.</p>\n",
  );
});

test("code stays as it was typed, in a line and fenced, and no indent makes any", () => {
  expect(html('`a "b" -- #7`')).toBe('<p><code>a "b" -- #7</code></p>\n');
  expect(html("```js\n- a\n  <b>\n```")).toBe("<pre><code>- a\n  &lt;b>\n</code></pre>\n");
  expect(html("a\n\n    b")).toBe("<p>a</p>\n<p>b</p>\n");
});

test("quotes and lists deeper than six are text", () => {
  expect(html(`${"> ".repeat(8)}tief`).match(/<blockquote>/g)).toHaveLength(6);
  expect(html(`${"> ".repeat(8)}tief`)).toContain("<p>> > tief</p>");
  const list = Array.from({ length: 9 }, (_, depth) => {
    const indent = "  ".repeat(depth);
    return `${indent}- a\n${indent}- b`;
  });
  expect(html(list.join("\n")).match(/<ul>/g)).toHaveLength(6);
});

test("emphasis within emphasis is one", () => {
  expect(html("*a *b* c*")).toBe("<p><em>a b c</em></p>\n");
  expect(html("**a *b* c**")).toBe("<p><strong>a <em>b</em> c</strong></p>\n");
});

test("the host of a link is shown in the letters that a browser will ask for", () => {
  expect(html("<https://раураl.com/>")).toContain(">xn--l-7sba6dbr.com</a>");
  expect(html("https://раураl.com/")).toContain(">xn--l-7sba6dbr.com</a>");
});

test("a sentence behind a fence is no name of a language, and not lost", () => {
  expect(html("```das hier ist wichtig")).toBe("<p>```das hier ist wichtig</p>\n");
  expect(html("- ```js\n  a\n  ```\n- b")).toContain("<li>\n<pre><code>a\n</code></pre>");
});

test("a text is kept as it was typed, but for what no page can show", () => {
  expect(parseText("\n  a\r\nb\rc  \n\n")).toBe("  a\nb\nc");
  expect(parseText("a\uD800b\u0000c\u{1F600}")).toBe("a\uFFFDbc😀");
  expect(parseText("e\u0301")).toBe("é");
});

test.each(["", "  \n ", "\u200B", "\u2800\u3164", "\u0000", "\u202E"])("%j says nothing", (text) =>
  expect(() => parseText(text)).toThrow("text: missing"),
);
