import { expect, test } from "vitest";
import { renderPostHtml } from "../../worker/content/html.ts";
import { styleToClasses } from "../../worker/content/inline-styles.ts";
import { htmlToMarkdown } from "../../worker/content/writing/convert.ts";

const convert = (source: string) => {
  const context = { lang: "de", path: "/garten/", transforms: [styleToClasses] };
  return htmlToMarkdown({ ...context, ...renderPostHtml(source, context) });
};

const EQUAL: Readonly<Record<string, string>> = {
  "paragraphs, marks and links": `<p>Ein "Wort" &ndash; und <strong>noch <em>eins</em></strong>, 3 m<sup>2</sup>.</p><p><a href="/weg/?a=1&amp;b=2">Weg</a> zu https://a.example/ü</p>`,
  headings: "<h1>Eins</h1><p>a</p><h3>Drei</h3><p>b</p><h2>Zwei</h2>",
  lists: "<ul><li>a<ol start=3><li>b</li><li>c</li></ol></li><li>d</li></ul>",
  "loose lists": "<ol><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>",
  "a table": "<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td><td><b>2</b></td></tr></table>",
  code: '<pre><code class="language-js">let a = "x";\n\n\nlet b;</code></pre><p><code>`a`</code></p>',
  "pictures of the blog":
    '<p><img src="/media/0123.png" alt="Ein [Beet]" width="3" height="4"></p>',
  "a picture with words below":
    '<figure class="wp-caption"><img src="/media/1.png" alt="b"><figcaption>Im <em>März</em></figcaption></figure><p>a</p>',
  "a foreign picture": '<p><img src="https://a.example/x.png" alt="Bild"></p>',
  sounds: '<p>a</p><audio controls src="/media/1.mp3"></audio><p>b</p>',
  quotations: "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>",
  signs:
    "<p>*a* _b_ # c</p><p># d</p><p>1. e</p><p>- f</p><p>+ g &lt;b&gt; &amp;amp; [x](y) ~~z~~ ^[n] [^1]</p>",
  "line breaks": "<p>a<br>b<br>\nc</p><hr><p>d</p>",
};

for (const [name, source] of Object.entries(EQUAL))
  test(`a post with ${name} comes out of Markdown as it was`, () => {
    expect(convert(source)).toEqual({ markdown: expect.any(String) });
  });

test("the mark for “more” stays between its paragraphs", () => {
  expect(convert("<p>a</p><!--more--><p>b</p>")).toEqual({ markdown: "a\n\n<!--more-->\n\nb" });
});

const DIFFERENT: Readonly<Record<string, string>> = {
  tables: "<table><tr><td colspan=2>a</td></tr><tr><td>b</td><td>c</td></tr></table>",
  more: "<p>a <!--more--> b</p>",
};

for (const [name, source] of Object.entries(DIFFERENT))
  test(`a post whose ${name} Markdown cannot say stays HTML, and the sentence says so`, () => {
    expect(convert(source)).toEqual({ differs: expect.stringContaining(name) });
  });
