import { expect, test } from "vitest";
import { renderComment } from "../../worker/content/comments/markdown.ts";
import { findReferences, type LinkOf } from "../../worker/content/comments/references.ts";
import { toNodes } from "../../worker/content/nodes.ts";

const render = (text: string, links: LinkOf = () => null) =>
  renderComment(text, { lang: "de", links });
const html = (text: string) => render(text).html;

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

test("numbers and names lead to the comment meant, and those nobody has stay text", () => {
  const asked: unknown[] = [];
  const { html: made } = render("#7, @7 und @Anna Maria sagt, @Niemand #99", (reference) => {
    asked.push(reference);
    if ("number" in reference) return reference.number === 7 ? "/x/#comment-g" : null;
    return reference.name === "Anna Maria" ? "/x/#comment-a" : null;
  });
  expect(made).toBe(
    '<p><a href="/x/#comment-g">#7</a>, <a href="/x/#comment-g">@7</a> und ' +
      '<a href="/x/#comment-a">@Anna Maria</a> sagt, @Niemand #99</p>\n',
  );
  expect(asked).toContainEqual({ name: "Anna Maria sagt" });
});

test("a reference is none in code, in a link, in an address or in a word", () => {
  const text = "`#7` [#7](https://a.example/) https://a.example/#7 a@7 C#7 a#7 &#7; #7a #007";
  expect(render(text, () => "/x/#comment-g").html).not.toContain("comment-g");
});

test("what a text may refer to is bounded", () => {
  expect(findReferences("#7 @7 #12 @Anna Maria Schmidt: @Bo.")).toEqual({
    numbers: [7, 12],
    names: ["Anna Maria Schmidt", "Anna Maria", "Anna", "Bo"],
  });
  const many = Array.from({ length: 400 }, (_, at) => `#${at + 1} @name${at}`).join(" ");
  expect(findReferences(many).numbers).toHaveLength(20);
  expect(findReferences(many).names).toHaveLength(20);
  expect(findReferences(`@${"a".repeat(81)}`).names).toEqual([]);
});

test("the nodes say what the markup says", () => {
  const { html: made, nodes } = render("Hallo *Welt* https://a.example/\n\n- a\n- b");
  expect(nodes).toEqual(toNodes(made));
  expect(nodes).toEqual([
    [
      "p",
      {},
      [
        "Hallo ",
        ["em", {}, ["Welt"]],
        " ",
        ["a", { href: "https://a.example/", rel: "nofollow ugc noopener" }, ["a.example"]],
      ],
    ],
    [
      "ul",
      {},
      [
        ["li", {}, ["a"]],
        ["li", {}, ["b"]],
      ],
    ],
  ]);
});

const CHARS = 10_000;
const PIECES = [
  ...[
    ">",
    "> ",
    "*",
    "**",
    "_",
    "* a ",
    "*a *b ",
    "a* ",
    "[",
    "]",
    "[[",
    "![",
    "](",
    "[a](",
    "[a](<",
  ],
  ...["`", "`a", "``` ", "`a``", "<", "<a", "&", "\\", "- ", "- a\n", "1. a\n", "1) ", "> - 1. "],
  ...[
    "\n>",
    ">\n",
    "\n\n",
    "a\n- b\n",
    "- a\n17. b\n",
    "* a\n + b\n",
    "```\n",
    "~~~\n",
    "@a ",
    "#1 ",
  ],
  ...[
    "@a a a",
    "http://",
    "www.",
    "https://a.example/(",
    "<https://a",
    "**a*",
    "_a__b",
    "'",
    '"a',
    "- ",
  ],
];

/** Milliseconds of the fastest of some runs. */
function cost(text: string): number {
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now();
    render(text, ({ ...meant }) => ("number" in meant ? "/x/#c" : null));
    return performance.now() - start;
  });
  return Math.min(...runs);
}

test("the time for a text grows with its length and nothing else", () => {
  const slow: string[] = [];
  for (const piece of PIECES) {
    const whole = piece.repeat(CHARS).slice(0, CHARS);
    const [quarter, full] = [cost(whole.slice(0, CHARS / 4)), cost(whole)];
    // Four times the text: what grows with the square would take sixteen times as long.
    if (full > 10 && full > 9 * quarter) slow.push(`${piece}: ${quarter} ms, ${full} ms`);
    if (full > 300) slow.push(`${piece}: ${full} ms`);
  }
  expect(slow).toEqual([]);
});
