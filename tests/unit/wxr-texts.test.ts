import { expect, test } from "vitest";
import { shortUrl } from "../../worker/content/urls.ts";
import { renderBody } from "../../worker/content/wxr/body/body.ts";
import { Counts } from "../../worker/content/wxr/tally.ts";

const picture = { title: "Signal", alt: "", caption: "Am Abend" };
const files = [1, 2].map((id) => ({ ...picture, id, url: `https://alt.example/up/${id}.jpg` }));

/** The HTML that a reader gets of an old text. */
function read(source: string, unknown = new Counts(), empty = new Counts()): string {
  const { html } = renderBody(source, {
    lang: "en",
    path: "/2010/03/x/",
    shortcodes: {
      file: (id) => files.find((file) => file.id === id),
      files,
      unknown: (name) => unknown.add(name),
    },
    references: {
      post: ({ pathname }) => (pathname === "/?p=1" || pathname === "/old/" ? "/new/" : null),
      file: ({ pathname }) =>
        pathname.startsWith("/up/") ? { path: "/media/k/1.jpg", width: 800, height: 400 } : null,
      base: "https://alt.example/",
      foreign: () => {},
    },
    emptyBlock: (name) => empty.add(name),
  });
  return html.trim();
}

test("a blank line parts paragraphs, a line's end breaks the line", () => {
  expect(read("One\ntwo\r\n\r\nThree")).toBe("<p>One<br>two</p><p>Three</p>");
});

test("what is bold across a blank line is bold in both paragraphs", () => {
  expect(read("a <b>b\n\nc</b> d")).toBe("<p>a <b>b</b></p><p><b>c</b> d</p>");
});

test("blocks stay blocks, and code keeps its lines", () => {
  const html = read("before\n<ul>\n<li>a</li>\n</ul>\nafter\n<pre>x\n\ny</pre><div>one</div>");
  expect(html).toContain("<p>before</p><ul>\n<li>a</li>\n</ul><p>after</p>");
  expect(html).toContain("<pre>x\n\ny</pre><div>one</div>");
});

test("a quotation holds paragraphs", () => {
  expect(read("<blockquote>a\n\nb</blockquote>")).toBe("<blockquote><p>a</p><p>b</p></blockquote>");
});

test("a long text of blank lines and tags is read in a moment", () => {
  const started = performance.now();
  read(
    `${"\n \n<b>".repeat(40)}${"[x ".repeat(20_000)}${"<".repeat(20_000)}${"[[a]".repeat(5_000)}`,
  );
  expect(performance.now() - started).toBeLessThan(3_000);
});

test("pages of a post become one, with a line between them", () => {
  expect(read("a<!--nextpage-->b")).toBe('<p>a</p><hr class="wp-block-separator"><p>b</p>');
});

test("a caption becomes a figure that keeps its side", () => {
  const html = read(
    '[caption align="alignleft" width="300"]<a href="/up/1.jpg"><img src="/up/1-300x200.jpg" width="300" height="9"></a> Some <em>words</em>[/caption]',
  );
  expect(html).toBe(
    '<figure class="wp-caption alignleft"><a href="/media/k/1.jpg"><img src="/media/k/1.jpg" width="300" height="150" loading="lazy"></a><figcaption class="wp-caption-text">Some <em>words</em></figcaption></figure>',
  );
});

test("a gallery shows the files that it names, or those of its post", () => {
  const named = read('[gallery ids="2" columns="4"]');
  expect(named).toContain('<div class="gallery gallery-columns-4"><figure class="gallery-item">');
  expect(named.match(/<img/g)).toHaveLength(1);
  expect(read("[gallery]").match(/<img/g)).toHaveLength(2);
});

test("code in a shortcode is code, whatever it holds", () => {
  expect(read('[code lang="php"]<?php [gallery]\n\n$a &lt; 1;[/code]')).toBe(
    '<pre><code class="language-php">&lt;?php [gallery]\n\n$a &lt; 1;</code></pre>',
  );
});

test("sound on another host becomes a link, as does a player", () => {
  expect(read("[audio http://x.example/a.mp3]")).toContain('href="http://x.example/a.mp3"');
  expect(read("[embed]https://v.example/1[/embed]")).toContain('<a href="https://v.example/1">');
  expect(read("https://v.example/2")).toContain('<a href="https://v.example/2">');
});

test("unknown shortcodes leave their inner text and are counted", () => {
  const unknown = new Counts();
  expect(read('a [box color="red"]b [box]c[/box][/box] d', unknown)).toBe("<p>a b c d</p>");
  expect(unknown.sorted()).toEqual([["box", 2]]);
});

test("what merely stands in brackets stays, and so does an escaped shortcode", () => {
  expect(read("so [sic] a[i] [...] [[gallery]] [[box]x[/box]]")).toBe(
    "<p>so [sic] a[i] […] [gallery] [box]x[/box]</p>",
  );
});

test("a shortcode cannot smuggle markup past the gate", () => {
  const html = read(
    '[caption caption="<img src=x onerror=alert(1)>"]<img src="/up/1.jpg">[/caption]',
  );
  expect(html).not.toContain("onerror");
  expect(read('[audio src="javascript:alert(1)"]')).not.toContain("javascript");
  expect(read("[box]<scr[/box]ipt>alert(1)</script>")).not.toContain("<script");
});

test("block comments go, their markup stays, and text between blocks gets paragraphs", () => {
  const empty = new Counts();
  const html = read(
    '<!-- wp:paragraph {"align":"right"} -->\n<p class="has-text-align-right">a</p>\n<!-- /wp:paragraph -->\nfree\n\ntext\n<!-- wp:latest-posts /-->\n<!-- wp:freeform -->b\n\nc<!-- /wp:freeform --><!-- wp:html --><b>d\n\ne</b><!-- /wp:html -->',
    new Counts(),
    empty,
  );
  expect(html).not.toContain("wp:");
  expect(html).toContain('<p class="has-text-align-right">a</p>');
  expect(html).toContain("<p>free</p><p>text</p>");
  expect(html).toContain("<p>b</p><p>c</p>");
  expect(html).toContain("<b>d\n\ne</b>");
  expect(empty.sorted()).toEqual([["latest-posts", 1]]);
});

test("inline styles become classes or go, and what was hidden stays away", () => {
  expect(read('<p style="text-align:center;color:red" align="left">a</p>')).toBe(
    '<p class="has-text-align-center has-text-align-left">a</p>',
  );
  expect(read('<span style="text-decoration: line-through">a</span>')).toContain(
    'class="has-text-decoration-line-through"',
  );
  expect(read('<img style="float:right" src="/up/1.jpg">')).toContain('class="alignright"');
  expect(read('a<div style="display:none">hidden</div>')).not.toContain("hidden");
});

test("links between posts lead to where they are now", () => {
  expect(read('<a href="https://alt.example/old/#c">x</a>')).toContain('href="/new/#c"');
  expect(read('<a href="https://alt.example/gone/">x</a>')).toContain("https://alt.example/gone/");
});

test("an address is shown by its host and the start of its path", () => {
  expect(shortUrl("https://www.x.example/")).toBe("x.example");
  expect(shortUrl("https://x.example/a/very/long/path/to/something.html")).toBe(
    "x.example/a/very/long/path/to/som…",
  );
});
