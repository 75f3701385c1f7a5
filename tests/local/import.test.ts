import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { insertAuthor } from "../../worker/db/write/save.ts";
import { setSetting } from "../../worker/db/write/settings.ts";
import { counts, failing, file, ImportBlog, manyPosts, NOW } from "../support/import.node.ts";

let blog: ImportBlog;

beforeAll(async () => {
  blog = await ImportBlog.open();
}, 120_000);
afterAll(() => blog.close());
beforeEach(() => blog.empty());

test("the table says what became of everything in the export", async () => {
  expect(counts(await blog.run(file("blog")))).toEqual({
    authors: [1, 1, 0, 0],
    categories: [2, 2, 0, 0],
    tags: [2, 2, 0, 0],
    posts: [11, 9, 0, 2],
    "static pages": [3, 3, 0, 0],
    comments: [13, 11, 0, 2],
    media: [2, 0, 0, 2],
    other: [1, 0, 0, 1],
  });
});

test("an import that runs again finds everything there and changes no row", async () => {
  await blog.run(file("blog"));
  const before = await blog.dump();
  const again = counts(await blog.run(file("blog")));
  expect(await blog.dump()).toEqual(before);
  expect(again["posts"]).toEqual([11, 0, 9, 2]);
  expect(again["comments"]).toEqual([13, 0, 11, 2]);
});

test("the demo stays until the import is public, then leaves with its settings", async () => {
  await insertAuthor(blog.relay.db, { slug: "demo", name: "Demo", demo: true }).run();
  await setSetting(blog.relay.db, "title", "Demo", true).run();
  const demoPost = `INSERT INTO posts (kind, status, slug, path, guid, lang, author_id, title, format, source, html,
      excerpt, words, published_at, local_date, created_at, updated_at, demo)
    SELECT 'page', 'published', 'ueber', '/ueber/', 'urn:demo', 'de', id, 'Demo', 'html', '', '', '', 0, ?1, '2026-01-01', ?1, ?1, 1
    FROM authors`;
  await blog.relay.db.prepare(demoPost).bind(NOW).run();
  await expect(
    blog.run(file("blog"), failing(blog.relay.db, "UPDATE posts SET status = import")),
  ).rejects.toThrow();
  expect(await blog.rows("SELECT title FROM public_posts")).toEqual([{ title: "Demo" }]);
  await blog.run(file("blog"));
  expect(await blog.rows("SELECT id FROM posts WHERE demo = 1")).toEqual([]);
  expect(await blog.post("/ueber/")).toMatchObject({ title: "Über" });
  const titles = await blog.rows(
    "SELECT value FROM settings WHERE name IN ('title', 'lang') ORDER BY name",
  );
  expect(titles).toEqual([{ value: '"de"' }, { value: '"Am alten Gleis"' }]);
});

test("an import that was killed shows nothing, and ends as if it never had been", async () => {
  await blog.run(() => manyPosts(120));
  const whole = await blog.dump();
  await blog.empty();
  await expect(blog.run(() => manyPosts(120), failing(blog.relay.db, "post-80"))).rejects.toThrow();
  const [half] = await blog.rows<{ posts: number }>("SELECT count(*) AS posts FROM posts");
  expect(half?.posts).toBeGreaterThan(0);
  expect(half?.posts).toBeLessThan(120);
  expect(await blog.rows("SELECT id FROM public_posts")).toEqual([]);
  await blog.run(() => manyPosts(120));
  expect(await blog.dump()).toEqual(whole);
});

test("a broken export leaves no row behind", async () => {
  for (const name of ["cut-off", "doctype", "other-feed"])
    await expect(blog.run(file(name))).rejects.toThrow(/cannot be read/);
  expect(await blog.rows("SELECT id FROM authors")).toEqual([]);
});
