import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { rebuild } from "../../worker/db/write/rebuild.ts";
import { draftComment, draftPost, haveComments, havePosts, term, visit } from "../support/blog.ts";

const POST = "/2010/03/hallo/";
const PAGES = ["/", POST, "/tags/", "/tags/tag/", "/archive/", "/2010/", "/2010/03/"];
const FILES = ["/feed.xml", "/atom.xml", "/feed.json", `${POST}feed.xml`, "/comments/feed.json"];
const ALL = [
  ...PAGES,
  "/subscribe/",
  "/sitemap.xml",
  "/sitemap-1.xml",
  "/robots.txt",
  "/tags/tag/atom.xml",
  "/authors/anna/",
  ...FILES,
];

beforeAll(async () => {
  await havePosts(
    draftPost("hallo", { tags: [term("Tag")], updatedAt: "2010-05-01T10:00:00Z" }),
    draftPost("alt", { publishedAt: "2009-03-01T10:00:00Z", path: "/archives/1-alt.html" }),
  );
  await haveComments(draftComment("hallo", "Wort", { createdAt: "2011-01-02T03:04:05Z" }));
});

const etagOf = async (path: string): Promise<string> =>
  (await visit(path)).headers.get("ETag") ?? "none";

const ask = (path: string, headers: Record<string, string>, method = "GET") =>
  visit(path, { headers, method });

describe.each(ALL)("%s", (path) => {
  test("says what it is by a weak ETag that two renderings share", async () => {
    const etag = await etagOf(path);
    expect(etag).toMatch(/^W\/"[0-9a-f]{32}(-[0-9a-f]{12}(-\d+)*)?"$/);
    expect(await etagOf(path)).toBe(etag);
    const head = await visit(path, { method: "HEAD" });
    expect(head.headers.get("ETag")).toBe(etag);
  });

  test("is not sent to who has it", async () => {
    const etag = await etagOf(path);
    for (const known of [etag, etag.slice(2), "*", `"a", ${etag} , W/"b"`, `W/"a,b",${etag}`]) {
      for (const method of ["GET", "HEAD"]) {
        const response = await ask(path, { "If-None-Match": known }, method);
        expect(response.status, known).toBe(304);
        expect(await response.text()).toBe("");
        expect(response.headers.get("ETag")).toBe(etag);
        expect(response.headers.get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
        expect(response.headers.get("Vary")).toBeNull();
      }
    }
  });

  test("is sent to who has something else", async () => {
    const bare = (await etagOf(path)).replace(/^W\/|"/g, "");
    for (const other of ['"a"', 'W/"a", "b"', bare, `"${bare}-gzip"`, `"x${bare}"`]) {
      const response = await ask(path, {
        "If-None-Match": other,
        "If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT",
      });
      expect(response.status, other).toBe(200);
    }
  });
});

test("a page changed when its newest comment came, a feed when its newest post changed", async () => {
  const times = [(await visit(POST)).headers, (await visit("/feed.xml")).headers];
  expect(times.map((headers) => headers.get("Last-Modified"))).toEqual([
    "Sun, 02 Jan 2011 03:04:05 GMT",
    "Sat, 01 May 2010 10:00:00 GMT",
  ]);
  expect((await visit("/")).headers.get("Last-Modified")).toBeNull();
});

test.each([
  ["Sat, 01 May 2010 10:00:00 GMT", 304],
  ["Sun, 02 May 2010 10:00:00 GMT", 304],
  ["Sat, 01 May 2010 09:59:59 GMT", 200],
  ["2099", 200],
  ["gestern", 200],
  ["", 200],
])("a feed asked for since %j is answered %i", async (since, status) => {
  expect((await ask("/feed.xml", { "If-Modified-Since": since })).status).toBe(status);
});

test.each(["/none/", "/tags", "/archives/1-alt.html/", "/page/9/"])(
  "%s is an error or a redirect and has no validator",
  async (path) => {
    const response = await ask(path, { "If-None-Match": "*" });
    expect([308, 404]).toContain(response.status);
    expect(response.headers.get("ETag")).toBeNull();
    expect(response.headers.get("Last-Modified")).toBeNull();
  },
);

test("a change gives another ETag, and taking it back the first one", async () => {
  const before = await Promise.all([POST, ...FILES, "/"].map(etagOf));
  const setTitle = (title: string) =>
    env.DB.batch([
      env.DB.prepare("UPDATE posts SET title = ?1 WHERE slug = 'hallo'").bind(title),
      ...rebuild(env.DB),
    ]);
  await setTitle("Anders");
  const after = await Promise.all([POST, ...FILES, "/"].map(etagOf));
  for (const [at, etag] of after.entries()) expect(etag).not.toBe(before[at]);
  expect((await ask(POST, { "If-None-Match": before[0] as string })).status).toBe(200);
  await setTitle("hallo");
  expect(await Promise.all([POST, ...FILES, "/"].map(etagOf))).toEqual(before);
});
