import type { Root } from "hast";
import { expect, test } from "vitest";
import { mediaAt } from "../../src/media/at-origin.ts";
import type { Html } from "../../src/model.ts";
import { renderPostAgain } from "../../worker/content/files/post-again.ts";
import { renderMarkdown } from "../../worker/content/markdown.ts";
import { useSizes } from "../../worker/content/sizes.ts";
import { absoluteHtml } from "../../worker/feeds/absolute.ts";
import { buildOf } from "../../worker/handlers/build.ts";
import { pageHeaders } from "../../worker/handlers/headers.ts";
import { mediaOriginOf } from "../../worker/handlers/media-origin.ts";

const [KEY, SMALL] = ["ab".repeat(16), "cd".repeat(16)];
const ROW = {
  ...{ key: KEY, name: "Hut.jpg", width: 2_000, height: 1_000 },
  sizes: [{ width: 480, key: SMALL }],
};
const SOURCE = `![Ein Hut](/media/${KEY}/Hut.jpg)\n`;
const AT_HOME = { lang: "de", path: "/a/" };
const rendered = (markdown = SOURCE) =>
  renderMarkdown(markdown, { ...AT_HOME, transforms: [(tree: Root) => useSizes(tree, [ROW])] })
    .html;

test("a picture of ours says its size and comes in sizes", () => {
  expect(rendered()).toBe(
    `<p><img src="/media/${KEY}/Hut.jpg" alt="Ein Hut" decoding="async" width="2000" height="1000" ` +
      `srcset="/media/${SMALL}/Hut.jpg 480w, /media/${KEY}/Hut.jpg 2000w" ` +
      'sizes="(max-width: 46rem) 100vw, 42rem" loading="lazy"></p>\n',
  );
});

test("what rendering again makes of it is the same", () => {
  const row = { ...AT_HOME, source: SOURCE, html: rendered(), title: "A" };
  expect(renderPostAgain(row as never)?.html).toBe(rendered());
});

test.each([
  "https://evil.example/x.jpg 480w",
  "//evil.example/x.jpg 2x",
  "javascript:alert(1) 1w",
  `/media/${KEY}/x.jpg 480w, https://evil.example/y.jpg 960w`,
])("nobody brings sizes from elsewhere: %s", (srcset) => {
  const html = renderMarkdown(`<img src="/a.jpg" alt="" srcset="${srcset}">`, AT_HOME).html;
  expect(html).not.toMatch(/evil|javascript/);
});

test("with an address of its own the bucket is named wherever a file is shown", () => {
  const there = mediaAt(rendered(), "https://media.example");
  expect(there).toContain(`src="https://media.example/${KEY}"`);
  expect(there).toContain(
    `srcset="https://media.example/${SMALL} 480w, https://media.example/${KEY} 2000w"`,
  );
  expect(mediaAt(rendered(), "")).toBe(rendered());
  const text = `<p title="/media/${KEY}/a">/media/${KEY}/a</p>` as Html;
  expect(mediaAt(text, "https://media.example")).toBe(text);
});

test("a feed names files absolutely, all sizes of them", () => {
  const at = (mediaOrigin?: string) =>
    absoluteHtml(rendered(), { origin: "https://blog.test", mediaOrigin }, "/a/");
  expect(at()).toContain(
    `srcset="https://blog.test/media/${SMALL}/Hut.jpg 480w, https://blog.test/media/${KEY}/Hut.jpg 2000w"`,
  );
  expect(at("https://media.example")).toContain(`src="https://media.example/${KEY}"`);
});

test("exactly that address may show pictures and sound, and nothing else", () => {
  const policy = (origin: string) =>
    pageHeaders("https://blog.test", "", origin)["Content-Security-Policy"];
  const with_ = policy("https://media.example") ?? "";
  expect(with_.match(/[^;]*media\.example[^;]*/g)?.map((part) => part.trim())).toEqual([
    "img-src 'self' data: https://media.example",
    "media-src 'self' https://media.example",
  ]);
  expect(policy("")).not.toContain("example");
  expect(buildOf("x", "https://media.example")).not.toBe(buildOf("x"));
});

test.each([
  "http://media.example",
  "https://media.example/",
  "https://a.example *",
  "*",
  "https://x.example; script-src *",
  "data:",
  "https://u:p@media.example",
])("%s is no address of a bucket", (typed) =>
  expect(mediaOriginOf({ MEDIA_ORIGIN: typed })).toBe(""),
);
