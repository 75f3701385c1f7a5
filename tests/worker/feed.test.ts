import { parseFeed } from "feedsmith";
import { SaxesParser } from "saxes";
import { beforeAll, expect, test } from "vitest";
import { draftPost, havePosts, ORIGIN, term, visit } from "../support/blog.ts";

const HOSTILE = "A ]]> B <script> & \u0001\uFFFE \u{1F600} ]]]]><![CDATA[> Ende";
/** The same without what XML cannot say. */
const PLAIN = "A ]]> B <script> &  \u{1F600} ]]]]><![CDATA[> Ende";

beforeAll(async () => {
  await havePosts(
    draftPost("erster", { publishedAt: "2010-03-01T09:00:00Z" }),
    draftPost("zweiter", {
      publishedAt: "2010-03-02T09:00:00Z",
      title: HOSTILE,
      text: `<p><a href="/2010/03/erster/">hier</a> <img src="/media/k/b.png" alt=""> <a href="#x">da</a>
        <code>&lt;a href="/bleibt/"&gt;</code></p><h2 id="x">X</h2><!--more--><p>Der Rest.</p>`,
      tags: [term("Tag")],
      categories: [term("Kolumne")],
      updatedAt: "2010-04-01T09:00:00Z",
    }),
    draftPost("leise", { status: "unlisted" }),
    draftPost("seite", { kind: "page" }),
  );
});

/** Parses strictly: whatever is not well-formed throws. */
function assertWellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
}

async function readFeed() {
  const response = await visit("/feed.xml");
  const xml = await response.text();
  assertWellFormed(xml);
  const { format, feed } = parseFeed(xml);
  if (format !== "rss") throw new Error(`The feed is ${format}`);
  return { response, xml, feed };
}

test("the feed holds the listed posts, newest first, with their own ids and dates", async () => {
  const { response, feed } = await readFeed();
  expect(response.headers.get("Content-Type")).toBe("application/rss+xml; charset=utf-8");
  expect(feed.items?.map(({ guid }) => guid?.value)).toEqual([
    "urn:test:zweiter",
    "urn:test:erster",
  ]);
  const [newest] = feed.items ?? [];
  expect(new Date(String(newest?.pubDate)).toISOString()).toBe("2010-03-02T09:00:00.000Z");
  expect(new Date(String(feed.lastBuildDate)).toISOString()).toBe("2010-04-01T09:00:00.000Z");
  expect(newest?.categories?.map(({ name }) => name)).toEqual(["Kolumne", "Tag"]);
  expect(newest?.dc?.creators).toEqual(["Anna"]);
});

test("it has the whole text, with addresses that work elsewhere", async () => {
  const { feed } = await readFeed();
  const html = feed.items?.[0]?.content?.encoded ?? "";
  expect(html).toContain(`<a href="${ORIGIN}/2010/03/erster/">`);
  expect(html).toContain(`src="${ORIGIN}/media/k/b.png"`);
  expect(html).toContain(`<a href="${ORIGIN}/2010/03/zweiter/#n-x">`);
  expect(html).toContain("Der Rest.");
  expect(html).toContain('href="/bleibt/"');
});

test("a hostile title cannot break it", async () => {
  const { xml, feed } = await readFeed();
  expect(xml).not.toContain("<![CDATA[");
  expect(feed.items?.[0]?.title).toBe(PLAIN);
});

test("any reader may fetch it", async () => {
  const { response } = await readFeed();
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(response.headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
});
