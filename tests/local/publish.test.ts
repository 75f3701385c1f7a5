import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { fillEmptyBlog } from "../../scripts/demo.ts";
import { publishFromDisk } from "../../scripts/publish/from-disk.ts";
import { watchPosts } from "../../scripts/publish/watch.ts";
import { publishDue } from "../../worker/db/write/publish.ts";
import { AuthorsDesk, DATED, NOW } from "../support/desk.node.ts";

const author = new AuthorsDesk();

test("a file is created, unchanged and changed, and gone when it is not there", async () => {
  author.write("posts/a.md", DATED);
  author.write("posts/b.md", "title: B\ndate: 2026-01-03");
  expect(await author.publish()).toEqual(["created posts/a.md", "created posts/b.md"]);
  expect(
    await author.rows("SELECT path FROM posts JOIN lists ON post_id = id AND list = 'front'"),
  ).toEqual([{ path: "/2026/01/a/" }, { path: "/2026/01/b/" }]);
  author.write("posts/a.md", DATED, "Ein anderer Text.");
  expect(await author.publish()).toEqual(["changed posts/a.md", "unchanged posts/b.md"]);
  expect(await author.rows("SELECT html FROM posts WHERE slug = 'a'")).toEqual([
    { html: "<p>Ein anderer Text.</p>\n" },
  ]);
  rmSync(join(author.root, "posts/b.md"));
  expect(await author.publish({ typed: ["posts/a.md"] })).toContain("gone posts/b.md");
  author.write("posts/c.md", "title: C\ndate: 2026-01-03");
  expect(await author.publish({ typed: ["posts/a.md"] })).toEqual(["unchanged posts/a.md"]);
  expect(await author.publish({ typed: ["posts/*.md"] })).toContain("gone posts/b.md");
});

test("what is gone becomes a draft only when told to, and comes back with its file", async () => {
  author.write("posts/a.md", DATED);
  author.write("posts/b.md", "title: B\ndate: 2026-01-03");
  await author.publish();
  rmSync(join(author.root, "posts/a.md"));
  await author.publish();
  const statuses = () => author.rows("SELECT slug, status FROM posts ORDER BY slug");
  expect((await statuses())[0]).toEqual({ slug: "a", status: "published" });
  expect(await author.publish({ prune: true })).toContain("gone posts/a.md");
  expect((await statuses())[0]).toEqual({ slug: "a", status: "draft" });
  expect(
    await author.rows("SELECT * FROM lists JOIN posts ON id = post_id AND slug = 'a'"),
  ).toEqual([]);
  expect(await author.publish()).toEqual(["unchanged posts/b.md"]);
  author.write("posts/a.md", DATED);
  expect(await author.publish()).toContain("changed posts/a.md");
  expect((await statuses())[0]).toEqual({ slug: "a", status: "published" });
});

test("publishing twice writes no row", async () => {
  author.write("posts/a.md", `${DATED}\ntags: [x, y]\ncategories: Kolumne/Gleis\nslug: hallo`);
  author.write("seiten/impressum.md", "title: Impressum\nkind: page");
  const typed = ["posts", "seiten"];
  await author.publish({ typed });
  const before = await author.dump();
  const later = "2026-06-01T12:00:00Z";
  expect(await author.publish({ typed, now: later })).toEqual([
    "unchanged posts/a.md",
    "unchanged seiten/impressum.md",
  ]);
  expect(await author.dump()).toEqual(before);
});

test("updated_at moves with title, text and summary, and with nothing else", async () => {
  author.write("posts/a.md", DATED);
  await author.publish();
  const first = (await author.post())["updated_at"];
  author.write("posts/a.md", `${DATED}\ntags: [neu]\nsticky: true`);
  expect(await author.publish()).toEqual(["changed posts/a.md"]);
  expect((await author.post())["updated_at"]).toBe(first);
  author.write("posts/a.md", `${DATED}\ntags: [neu]\nsticky: true\nsummary: Kurz`);
  await author.publish();
  expect(await author.post()).toMatchObject({ updated_at: NOW, excerpt: "Kurz", sticky: 1 });
});

test("tags and categories follow the file", async () => {
  author.write("posts/a.md", `${DATED}\ntags: [x, y]\ncategories: [Kolumne/Am Gleis]`);
  await author.publish();
  author.write("posts/a.md", `${DATED}\ntags: [y, z]`);
  await author.publish();
  expect(await author.rows("SELECT slug FROM tags WHERE posts > 0 ORDER BY slug")).toEqual([
    { slug: "y" },
    { slug: "z" },
  ]);
  expect(await author.rows("SELECT * FROM post_categories")).toEqual([]);
  expect(
    await author.rows(
      "SELECT c.slug, p.slug AS parent FROM categories c JOIN categories p ON p.id = c.parent_id",
    ),
  ).toEqual([{ slug: "am-gleis", parent: "kolumne" }]);
});

test("a picture beside the file is stored with its size", async () => {
  author.write("posts/a.md", DATED, "![Steg](Mein%20Bild.png)");
  copyFileSync("demo/media/steg-am-morgen.png", join(author.root, "posts/Mein Bild.png"));
  await author.publish();
  const [media = {}] = await author.rows("SELECT * FROM media");
  const { key, type, width, height, name } = media;
  expect({ type, name }).toEqual({ type: "image/png", name: "Mein-Bild.png" });
  expect((await author.post())["html"]).toContain(
    `src="/media/${key}/Mein-Bild.png" alt="Steg" width="${width}" height="${height}"`,
  );
  expect(await author.desk.bucket.head(String(key))).toMatchObject({
    httpMetadata: { contentType: "image/png" },
  });
});

test("the demo leaves with the first post", async () => {
  await fillEmptyBlog(author.desk.db, author.desk.bucket);
  author.write("posts/a.md", `${DATED}\nlang: de\ntags: [netz]`);
  await author.publish();
  expect(await author.rows("SELECT title FROM posts")).toEqual([{ title: "A" }]);
  expect(await author.rows("SELECT slug FROM tags")).toEqual([{ slug: "netz" }]);
  expect(await author.rows("SELECT name, value FROM settings")).toEqual([
    { name: "lang", value: '"de"' },
  ]);
});

test("drafts, unlisted and future posts have their states, and cron's work is left alone", async () => {
  author.write("posts/a.md", `${DATED}\ndraft: true`);
  author.write("posts/b.md", "title: B\ndate: 2026-01-02\nunlisted: true");
  author.write("posts/c.md", "title: C\ndate: 2026-05-01T14:00+02:00");
  author.write("posts/d.md", "title: D\ndate: 2026-05-01 12:00:01");
  await author.publish();
  const statuses = async () =>
    (await author.rows("SELECT status FROM posts ORDER BY slug")).map(({ status }) => status);
  expect(await statuses()).toEqual(["draft", "unlisted", "published", "scheduled"]);
  expect(await publishDue(author.desk.db, "2026-05-02T00:00:00Z")).toBe(1);
  expect(await author.publish({ now: "2026-05-02T00:00:00Z" })).toContain("unchanged posts/d.md");
});

test("a saved file is published by itself, and a wrong one stops nothing", async () => {
  const said: string[] = [];
  const { desk } = author;
  const publish = (names: readonly string[]) => publishFromDisk(desk, names);
  const close = watchPosts({ root: author.root, publish }, "posts", (words) => said.push(words));
  author.write("posts/falsch.md", "title: Falsch");
  author.write("posts/a.md", DATED);
  await vi.waitFor(() => expect(said.join()).toContain("falsch.md:1: A post needs a date"), 5000);
  await vi.waitFor(() => expect(said.join()).toContain("created    posts/a.md"), 5000);
  rmSync(join(author.root, "posts/falsch.md"));
  rmSync(join(author.root, "posts/a.md"));
  await vi.waitFor(() => expect(said.join()).toContain("gone       posts/a.md"), 5000);
  await close();
}, 20_000);
