import { beforeAll, expect, test } from "vitest";
import { draftComment, draftPost, haveComments, havePosts, term } from "../support/blog.ts";
import { visitIn } from "../support/house.ts";
import { type Asked, noting, scansOf } from "../support/plans.ts";

beforeAll(async () => {
  await havePosts(draftPost("hallo", { tags: [term("tag")], categories: [term("kategorie")] }));
  await haveComments(draftComment("hallo", "Wort"));
});

test.each([
  ...[
    "/",
    "/page/2/",
    "/2010/03/hallo/",
    "/tags/",
    "/tags/tag/",
    "/tags/tag/page/2/",
    "/categories/kategorie/",
  ],
  ...[
    "/authors/anna/",
    "/archive/",
    "/2010/",
    "/2010/03/",
    "/2010/03/page/2/",
    "/feed.xml",
    "/none/",
  ],
  ...[
    "/search/?q=hallo",
    "/sitemap.xml",
    "/sitemap-1.xml",
    "/comments/atom.xml",
    "/2010/03/hallo/feed.json",
    "/tags/tag/feed.xml",
    "/categories/kategorie/feed.xml",
    "/authors/anna/feed.xml",
  ],
])("%s scans no table that grows", async (path) => {
  const asked: Asked[] = [];
  const response = await visitIn({ env: { DB: noting(asked) } }, path);
  expect([200, 404]).toContain(response.status);
  expect(asked.length).toBeGreaterThan(0);
  for (const statement of asked) {
    expect(await scansOf(statement), statement.sql).toEqual([]);
  }
});

test("a query without an index would be noticed", async () => {
  const scan = { sql: "SELECT * FROM posts WHERE title = ?1", values: ["x"] };
  const unmatched = { sql: "SELECT title FROM posts_search WHERE title = ?1", values: ["x"] };
  for (const asked of [scan, unmatched]) expect(await scansOf(asked)).not.toEqual([]);
});
