import { beforeAll, describe, expect, test } from "vitest";
import { draftComment, draftPost, haveComments, havePosts, term, visit } from "../support/blog.ts";
import { absolute, FILES, readAtom, readFeeds, readJson } from "../support/feeds.ts";
import { childrenOf, parseXml } from "../support/xml.ts";

const HOSTILE = 'A ]]> B <script>"x"</script> & &amp; \u0001\uFFFE \u{1F600} ]]]]><![CDATA[> Ende';
/** The same without what XML cannot say. */
const PLAIN = 'A ]]> B <script>"x"</script> & &amp;  \u{1F600} ]]]]><![CDATA[> Ende';

beforeAll(async () => {
  await havePosts(
    draftPost("erster", { publishedAt: "2010-03-01T09:00:00Z" }),
    draftPost("zweiter", {
      ...{ publishedAt: "2010-03-02T09:00:00Z", updatedAt: "2010-04-01T09:00:00Z", title: HOSTILE },
      text: `<p><a href="/2010/03/erster/">hier</a> ]]&gt; \u0002 <code>&lt;a href="/bleibt/"&gt;</code>
        <img src="/media/k/b.png" alt=""> <a href="#x">da</a></p><h2 id="x">X</h2>
        <!--more--><p>Der Rest.</p>`,
      ...{ tags: [term("Tag & Nacht")], categories: [term("Kolumne")], author: "b<e>n" },
    }),
    draftPost("english", { publishedAt: "2010-02-01T09:00:00Z", lang: "en", title: "\u0003" }),
    draftPost("alt", { publishedAt: "2009-01-01T09:00:00Z", path: "/archives/42-alt.html" }),
    draftPost("leise", { status: "unlisted", publishedAt: "2011-01-01T09:00:00Z" }),
  );
  await haveComments(
    draftComment("zweiter", "eins", { name: HOSTILE, createdAt: "2010-03-03T09:00:00Z" }),
    draftComment("zweiter", "zwei", { name: "", createdAt: "2010-03-04T09:00:00Z" }),
    draftComment("leise", "leise", { createdAt: "2011-03-05T09:00:00Z" }),
    draftComment("alt", "drei", { publicId: "42", url: "https://ben.test/?a=1&b=2" }),
  );
});

const LISTS: [base: string, page: string, ids: string[]][] = [
  ["/", "/", ["zweiter", "erster", "english", "alt"]],
  ["/tags/tag-&-nacht/", "/tags/tag-&-nacht/", ["zweiter"]],
  ["/categories/kolumne/", "/categories/kolumne/", ["zweiter"]],
  ["/authors/anna/", "/authors/anna/", ["erster", "english", "alt"]],
];

describe.each(LISTS)("the feeds below %s", (base, page, slugs) => {
  test("hold its listed posts, newest first, with their own ids", async () => {
    for (const [format, feed] of await readFeeds(base)) {
      expect(feed.title).not.toBe("");
      expect(feed.page).toBe(absolute(page));
      expect(feed.self).toBe(absolute(base + FILES[format]));
      expect(feed.entries.map(({ id }) => id)).toEqual(slugs.map((slug) => `urn:test:${slug}`));
    }
  });
});

test("all three say the same of a post, and a hostile title breaks none", async () => {
  for (const [format, { entries }] of await readFeeds("/")) {
    const [entry] = entries;
    expect(entry, format).toMatchObject({
      ...{ title: PLAIN, url: absolute("/2010/03/zweiter/"), author: "b<e>n" },
      ...{ published: "2010-03-02T09:00:00.000Z", categories: ["Kolumne", "Tag & Nacht"] },
    });
    expect(entry?.html).toContain(`<a href="${absolute("/2010/03/erster/")}">`);
    expect(entry?.html).toContain(`src="${absolute("/media/k/b.png")}"`);
    expect(entry?.html).toContain(`<a href="${absolute("/2010/03/zweiter/#n-x")}">`);
    expect(entry?.html).toContain('href="/bleibt/"');
    expect(entry?.html).toContain("Der Rest.");
    expect(entries[2]?.title, "a title of nothing printable").toBe("Untitled");
  }
});

test("Atom and JSON say when it changed, and each entry its own language", async () => {
  const atom = parseXml(await (await visit("/atom.xml")).text());
  expect(childrenOf(atom, "updated")[0]?.text).toBe("2010-04-01T09:00:00.000Z");
  const entries = childrenOf(atom, "entry");
  expect(atom.attributes["xml:lang"]).toBe("en");
  expect(entries.map(({ attributes }) => attributes["xml:lang"])).toEqual([
    "de",
    "de",
    undefined,
    "de",
  ]);
  expect(entries.map((entry) => childrenOf(entry, "slash:comments")[0]?.text)).toEqual([
    "2",
    "0",
    "0",
    "1",
  ]);
  const json = JSON.parse(await (await visit("/feed.json")).text());
  expect(json.items[0].date_modified).toBe("2010-04-01T09:00:00.000Z");
  expect(json.items[0].language).toBe("de");
  expect(json.items[2].language).toBeUndefined();
});

test("the comment feeds hold the comments of listed posts, newest first", async () => {
  for (const [format, feed] of await readFeeds("/comments/")) {
    expect(feed.page).toBe(absolute("/"));
    expect(feed.self).toBe(absolute(`/comments/${FILES[format]}`));
    expect(feed.entries.map(({ id }) => id.replace(/c\d+$/, "c"))).toEqual([
      ...["urn:test:alt#comment-42", "urn:test:zweiter#comment-c", "urn:test:zweiter#comment-c"],
    ]);
    const [alt, nobody, hostile] = feed.entries;
    expect(alt?.url).toBe(absolute("/archives/42-alt.html#comment-42"));
    expect(alt?.author).toBe("Ben");
    expect(nobody?.author).toBeUndefined();
    expect(hostile?.author).toBe(PLAIN);
    expect(hostile?.title).toBe(`${PLAIN} on “${PLAIN}”`);
  }
});

test.each([
  ["/2010/03/zweiter/", "/2010/03/zweiter/", ["zwei", "eins"]],
  ["/archives/42-alt.html/", "/archives/42-alt.html", ["drei"]],
  ["/2011/01/leise/", "/2011/01/leise/", ["leise"]],
  ["/2010/03/erster/", "/2010/03/erster/", []],
])("the feeds below the post %s hold its comments", async (base, page, texts) => {
  for (const [format, feed] of await readFeeds(base)) {
    expect(feed.page).toBe(absolute(page));
    expect(feed.self).toBe(absolute(base + FILES[format]));
    expect(feed.title).toMatch(/^Comments on /);
    expect(feed.entries.map(({ html }) => html)).toEqual(texts.map((text) => `<p>${text}</p>`));
  }
});

test("a feed of comments without any is as old as its post", async () => {
  const atom = parseXml(await (await visit("/2010/03/erster/atom.xml")).text());
  expect(childrenOf(atom, "updated")[0]?.text).toBe("2010-03-01T09:00:00.000Z");
  expect((await visit("/2010/03/erster/atom.xml")).headers.get("Last-Modified")).toBeNull();
});

test.each(["/none/", "/tags/none/", "/categories/none/", "/authors/none/", "/2010/"])(
  "there is no feed below %s",
  async (base) => {
    for (const file of Object.values(FILES)) expect((await visit(base + file)).status).toBe(404);
  },
);

test("a feed has one address", async () => {
  const response = await visit("/tags/tag-&-nacht/atom.xml/");
  expect(response.status).toBe(308);
  expect(response.headers.get("Location")).toBe(absolute("/tags/tag-&-nacht/atom.xml"));
});

test("any reader may fetch any of them", async () => {
  for (const file of Object.values(FILES)) {
    const { headers } = await visit(`/comments/${file}`);
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  }
});

test("no entry of a feed is without a title", async () => {
  const feeds = [await readAtom("/comments/"), await readJson("/comments/"), await readJson("/")];
  for (const { entries } of feeds) for (const { title } of entries) expect(title).not.toBe("");
});

/** What a program finds in the head of a page: the addresses of its feeds, by type. */
async function discover(path: string): Promise<string[]> {
  const html = await (await visit(path)).text();
  const head = html.slice(0, html.indexOf("</head>"));
  const links = head.match(/<link rel="alternate"[^>]*>/g) ?? [];
  return links.map((link) => /href="([^"]*)"/.exec(link)?.[1]?.replaceAll("&amp;", "&") ?? "");
}

test.each([
  ["/", []],
  ["/archive/", []],
  ["/none/", []],
  ["/tags/tag-&-nacht/", ["/tags/tag-&-nacht/"]],
  ["/categories/kolumne/", ["/categories/kolumne/"]],
  ["/authors/anna/", ["/authors/anna/"]],
  ["/archives/42-alt.html", ["/archives/42-alt.html/"]],
])("a program finds the feeds of %s by the page alone", async (path, own) => {
  const found = await discover(path);
  const bases = [...own, "/"];
  expect(found).toEqual(bases.flatMap((base) => Object.values(FILES).map((file) => base + file)));
  for (const address of found) expect((await visit(address)).status).toBe(200);
});
