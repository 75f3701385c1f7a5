import { expect, test } from "vitest";
import { renderMarkdown } from "../../worker/content/markdown.ts";

const post = (markdown: string, lang = "de") =>
  renderMarkdown(markdown, { lang, path: "/2010/03/hallo/" });

test("the text up to the mark is the lead, and the mark is gone", () => {
  const { html, lead, excerpt } = post("Der Anfang.\n\n<!--more-->\n\nDas Ende.");
  expect(lead).toBe("<p>Der Anfang.</p>\n");
  expect(html).toContain("<p>Das Ende.</p>");
  expect(html).not.toContain("more");
  expect(excerpt).toBe("Der Anfang.");
});

test("without a mark there is no lead", () => expect(post("Alles.").lead).toBeNull());

test("footnotes point to each other, and from a lead to the post", () => {
  const { html, lead } = post("Text.[^1]\n\n<!--more-->\n\n[^1]: Die Note.");
  expect(html).toContain('<a href="#n-fn1" id="n-fnref1">1</a>');
  expect(html).toContain('<li id="n-fn1" class="footnote-item">');
  expect(lead).toContain('<a href="/2010/03/hallo/#n-fn1">1</a>');
  expect(lead).not.toContain("id=");
});

test("tables, tasks and struck words are Markdown", () => {
  const { html } = post("| a |\n|---|\n| 1 |\n\n- [x] getan\n- [ ] offen\n\n~~weg~~");
  expect(html).toContain("<td>1</td>");
  expect(html).toContain('<input type="checkbox" disabled checked> getan');
  expect(html).toContain('<input type="checkbox" disabled> offen');
  expect(html).toContain("<s>weg</s>");
});

test("code is highlighted and stays as it was typed", () => {
  const { html } = post('```js\nconst a = "b" -- 1;\n```\n\n`"x" -- ...`');
  expect(html).toContain('<span class="hljs-keyword">const</span>');
  expect(html).toContain('"b"</span> -- <span');
  expect(html).toContain('<code>"x" -- ...</code>');
});

test("code in a language nobody knows is escaped", () => {
  expect(post("```klingon\n<script>\n```").html).toContain("&lt;script>");
});

test("the first heading of a text is below the page's own", () => {
  expect(post("# Groß").html).toBe("<h2>Groß</h2>\n");
});

test("a picture on another host becomes a link that says where it leads", () => {
  expect(post("![Ein Steg](https://other.example/steg.png)").html).toBe(
    '<p><a class="foreign" href="https://other.example/steg.png">Ein Steg <span class="foreign-host">(other.example)</span></a></p>\n',
  );
});

test("inside of a link it becomes words, since links do not nest", () => {
  const { html } = post("[![Steg](//other.example/steg.png)](https://a.example/)");
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain('<span class="foreign">Steg');
});
