import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { fillEmptyBlog } from "../../scripts/demo.ts";
import { openLocal } from "../../scripts/local.ts";
import { type Options, publishFromDisk } from "../../scripts/publish/from-disk.ts";
import { watchPosts } from "../../scripts/publish/watch.ts";
import { publishDue } from "../../worker/db/publish.ts";

const NOW = "2026-05-01T12:00:00Z";
const TABLES =
  "authors posts tags categories post_tags post_categories lists counts site settings redirects media files";

let dir: string;
let root: string;
let local: Awaited<ReturnType<typeof openLocal>>;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "randnotiz-publish-"));
  local = await openLocal(dir);
}, 30_000);

afterAll(async () => {
  await local.dispose();
  rmSync(dir, { recursive: true, force: true });
});

beforeEach(async () => {
  root = mkdtempSync(join(dir, "desk-"));
  const tables = TABLES.split(" ").reverse();
  await local.env.DB.batch(tables.map((table) => local.env.DB.prepare(`DELETE FROM ${table}`)));
});

/** A file of the author's; a post about nothing much where the text does not say more. */
function write(name: string, fields: string, text = "Ein Text."): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), `---\n${fields}\n---\n\n${text}\n`);
}

/** "created posts/a.md" for each file. */
async function publish(options: Options & { now?: string; typed?: string[] } = {}) {
  const { now = NOW, typed = ["posts"], ...rest } = options;
  const desk = { db: local.env.DB, bucket: local.env.MEDIA, root, now };
  const published = await publishFromDisk(desk, typed, rest);
  return published.map(({ kind, file }) => `${kind} ${file}`);
}

const rows = async (sql: string) => (await local.env.DB.prepare(sql).all()).results as never[];
const post = async () =>
  (await rows("SELECT * FROM posts"))[0] as unknown as Record<string, unknown>;
const redirects = () => rows("SELECT path, target FROM redirects ORDER BY path");
const dump = () =>
  Promise.all(TABLES.split(" ").map((table) => rows(`SELECT * FROM ${table} ORDER BY 1, 2`)));

const DATED = "title: A\ndate: 2026-01-02";

test("a file is created, unchanged and changed, and gone when it is not there", async () => {
  write("posts/a.md", DATED);
  write("posts/b.md", "title: B\ndate: 2026-01-03");
  expect(await publish()).toEqual(["created posts/a.md", "created posts/b.md"]);
  expect(
    await rows("SELECT path FROM posts JOIN lists ON post_id = id AND list = 'front'"),
  ).toEqual([{ path: "/2026/01/a/" }, { path: "/2026/01/b/" }]);
  write("posts/a.md", DATED, "Ein anderer Text.");
  expect(await publish()).toEqual(["changed posts/a.md", "unchanged posts/b.md"]);
  expect(await rows("SELECT html FROM posts WHERE slug = 'a'")).toEqual([
    { html: "<p>Ein anderer Text.</p>\n" },
  ]);
  rmSync(join(root, "posts/b.md"));
  expect(await publish({ typed: ["posts/a.md"] })).toContain("gone posts/b.md");
  write("posts/c.md", "title: C\ndate: 2026-01-03");
  expect(await publish({ typed: ["posts/a.md"] })).toEqual(["unchanged posts/a.md"]);
  expect(await publish({ typed: ["posts/*.md"] })).toContain("gone posts/b.md");
});

test("what is gone becomes a draft only when told to, and comes back with its file", async () => {
  write("posts/a.md", DATED);
  write("posts/b.md", "title: B\ndate: 2026-01-03");
  await publish();
  rmSync(join(root, "posts/a.md"));
  await publish();
  const statuses = () => rows("SELECT slug, status FROM posts ORDER BY slug");
  expect((await statuses())[0]).toEqual({ slug: "a", status: "published" });
  expect(await publish({ prune: true })).toContain("gone posts/a.md");
  expect((await statuses())[0]).toEqual({ slug: "a", status: "draft" });
  expect(await rows("SELECT * FROM lists JOIN posts ON id = post_id AND slug = 'a'")).toEqual([]);
  expect(await publish()).toEqual(["unchanged posts/b.md"]);
  write("posts/a.md", DATED);
  expect(await publish()).toContain("changed posts/a.md");
  expect((await statuses())[0]).toEqual({ slug: "a", status: "published" });
});

test("publishing twice writes no row", async () => {
  write("posts/a.md", `${DATED}\ntags: [x, y]\ncategories: Kolumne/Gleis\nslug: hallo`);
  write("seiten/impressum.md", "title: Impressum\nkind: page");
  const typed = ["posts", "seiten"];
  await publish({ typed });
  const before = await dump();
  const later = "2026-06-01T12:00:00Z";
  expect(await publish({ typed, now: later })).toEqual([
    "unchanged posts/a.md",
    "unchanged seiten/impressum.md",
  ]);
  expect(await dump()).toEqual(before);
});

test("updated_at moves with title, text and summary, and with nothing else", async () => {
  write("posts/a.md", DATED);
  await publish();
  const first = (await post())["updated_at"];
  write("posts/a.md", `${DATED}\ntags: [neu]\nsticky: true`);
  expect(await publish()).toEqual(["changed posts/a.md"]);
  expect((await post())["updated_at"]).toBe(first);
  write("posts/a.md", `${DATED}\ntags: [neu]\nsticky: true\nsummary: Kurz`);
  await publish();
  expect(await post()).toMatchObject({ updated_at: NOW, excerpt: "Kurz", sticky: 1 });
});

test("tags and categories follow the file", async () => {
  write("posts/a.md", `${DATED}\ntags: [x, y]\ncategories: [Kolumne/Am Gleis]`);
  await publish();
  write("posts/a.md", `${DATED}\ntags: [y, z]`);
  await publish();
  expect(await rows("SELECT slug FROM tags WHERE posts > 0 ORDER BY slug")).toEqual([
    { slug: "y" },
    { slug: "z" },
  ]);
  expect(await rows("SELECT * FROM post_categories")).toEqual([]);
  expect(
    await rows(
      "SELECT c.slug, p.slug AS parent FROM categories c JOIN categories p ON p.id = c.parent_id",
    ),
  ).toEqual([{ slug: "am-gleis", parent: "kolumne" }]);
});

test("a changed slug leaves a redirect, and coming back leaves none on the post", async () => {
  write("posts/a.md", `${DATED}\nslug: a`);
  await publish();
  const { guid } = await post();
  write("posts/a.md", `${DATED}\nslug: b`);
  await publish();
  expect(await redirects()).toEqual([{ path: "/2026/01/a/", target: "/2026/01/b/" }]);
  write("posts/a.md", `${DATED}\nslug: c`);
  await publish();
  expect(await redirects()).toEqual([
    { path: "/2026/01/a/", target: "/2026/01/c/" },
    { path: "/2026/01/b/", target: "/2026/01/c/" },
  ]);
  write("posts/a.md", `${DATED}\nslug: a`);
  await publish();
  expect(await redirects()).toEqual([
    { path: "/2026/01/b/", target: "/2026/01/a/" },
    { path: "/2026/01/c/", target: "/2026/01/a/" },
  ]);
  expect(await post()).toMatchObject({ guid, path: "/2026/01/a/" });
});

test("two posts may change places", async () => {
  write("posts/a.md", `${DATED}\nslug: eins`);
  write("posts/b.md", "title: B\ndate: 2026-01-03\nslug: zwei");
  await publish();
  write("posts/a.md", `${DATED}\nslug: zwei`);
  write("posts/b.md", "title: B\ndate: 2026-01-03\nslug: eins");
  await publish();
  expect(await rows("SELECT title, path FROM posts ORDER BY title")).toEqual([
    { title: "A", path: "/2026/01/zwei/" },
    { title: "B", path: "/2026/01/eins/" },
  ]);
  expect(await redirects()).toEqual([]);
});

test("a draft that moves tells nobody", async () => {
  write("posts/a.md", `${DATED}\ndraft: true\nslug: a`);
  await publish();
  write("posts/a.md", `${DATED}\nslug: b`);
  await publish();
  expect(await redirects()).toEqual([]);
});

test("an id keeps the post wherever its file goes, and a renamed file keeps its post", async () => {
  write("posts/a.md", `${DATED}\nid: eins\nslug: s`);
  await publish();
  const { guid } = await post();
  renameSync(join(root, "posts/a.md"), join(root, "posts/z.md"));
  expect(await publish()).toEqual(["unchanged posts/z.md"]);
  write("posts/z.md", `${DATED}\nslug: s`);
  await publish();
  renameSync(join(root, "posts/z.md"), join(root, "posts/y.md"));
  expect(await publish()).toEqual(["unchanged posts/y.md"]);
  expect(await rows("SELECT guid FROM posts")).toEqual([{ guid }]);
});

test("a file takes the place of one that moved away with its id", async () => {
  write("posts/a.md", DATED);
  await publish();
  write("posts/a.md", `${DATED}\nid: eins`);
  await publish();
  write("posts/b.md", `${DATED}\nid: eins`);
  write("posts/a.md", "title: Neu\ndate: 2026-02-02");
  rmSync(join(root, "posts/a.md"));
  await publish();
  write("posts/a.md", "title: Neu\ndate: 2026-02-02");
  expect(await publish()).toEqual(["created posts/a.md", "unchanged posts/b.md"]);
  expect(await rows("SELECT DISTINCT guid FROM posts")).toHaveLength(2);
});

test("a path that is taken or reserved is refused in a sentence, and nothing is written", async () => {
  write("posts/a.md", `${DATED}\nslug: x`);
  await publish();
  const before = await dump();
  write("posts/b.md", "title: B\ndate: 2026-01-05\nslug: x");
  await expect(publish()).rejects.toThrow("posts/b.md:1: It wants the path of posts/a.md");
  await expect(publish({ typed: ["posts/b.md"] })).rejects.toThrow('stands another post, "A"');
  write("posts/b.md", "title: B\nkind: page\nslug: admin");
  await expect(publish()).rejects.toThrow("posts/b.md:1: The path /admin/ belongs to the blog");
  write("posts/b.md", "title: B\npermalink: /feed.xml\ndate: 2026-01-01");
  await expect(publish()).rejects.toThrow("posts/b.md:3: The path /feed.xml belongs to the blog");
  write("posts/a.md", `${DATED}\nid: same`);
  write("posts/b.md", "title: B\ndate: 2026-01-05\nid: same");
  await expect(publish()).rejects.toThrow("posts/b.md:1: It is the same post as posts/a.md");
  expect(await dump()).toEqual(before);
});

test("a post that was changed elsewhere is not overwritten without --force", async () => {
  write("posts/a.md", DATED, "Eins\n\nZwei");
  await publish();
  await local.env.DB.prepare(
    "UPDATE posts SET source = replace(source, 'Zwei', 'Zwo'), version = version + 1",
  ).run();
  write("posts/a.md", DATED, "Eins\n\nDrei");
  const before = await dump();
  await expect(publish()).rejects.toThrow(/changed elsewhere.*\n {2}- Zwo\n {2}\+ Drei$/);
  expect(await dump()).toEqual(before);
  expect(await publish({ force: true })).toEqual(["changed posts/a.md"]);
  expect((await post())["source"]).toContain("Drei");
  expect(await publish()).toEqual(["unchanged posts/a.md"]);
});

test("a trial says what would happen and writes nothing", async () => {
  write("posts/a.md", DATED, "![](bild.png)");
  copyFileSync("demo/media/steg-am-morgen.png", join(root, "posts/bild.png"));
  expect(await publish({ dryRun: true })).toEqual(["created posts/a.md"]);
  expect((await dump()).flat()).toEqual([]);
});

test("one wrong file keeps all from being written, each with its sentence", async () => {
  write("posts/a.md", DATED);
  write("posts/b.md", "title: B");
  write("posts/c.md", "title: C\ndate: gestern");
  write("posts/d.md", "title: [D\ndate: 2026-01-01");
  await expect(publish()).rejects.toThrow(/^posts\/d.md:\d: The front matter is no YAML/);
  rmSync(join(root, "posts/d.md"));
  await expect(publish()).rejects.toThrow(
    /^posts\/b.md:1: A post needs a date.*\nposts\/c.md:3: "gestern" is no date/,
  );
  expect((await dump()).flat()).toEqual([]);
});

test("a picture beside the file is stored with its size", async () => {
  write("posts/a.md", DATED, "![Steg](Mein%20Bild.png)");
  copyFileSync("demo/media/steg-am-morgen.png", join(root, "posts/Mein Bild.png"));
  await publish();
  const [media] = await rows("SELECT * FROM media");
  const { key, type, width, height, name } = media as unknown as Record<string, string>;
  expect({ type, name }).toEqual({ type: "image/png", name: "Mein-Bild.png" });
  expect((await post())["html"]).toContain(
    `src="/media/${key}/Mein-Bild.png" alt="Steg" width="${width}" height="${height}"`,
  );
  expect(await local.env.MEDIA.head(String(key))).toMatchObject({
    httpMetadata: { contentType: "image/png" },
  });
});

test("a picture that is missing, no picture or outside is refused by name and line", async () => {
  write("posts/a.md", DATED, "Text\n\n![](fehlt.png)");
  await expect(publish()).rejects.toThrow("posts/a.md:8: There is no file fehlt.png.");
  write("posts/a.md", DATED, "![](a.png)");
  writeFileSync(join(root, "posts/a.png"), "<svg onload=alert(1)>");
  await expect(publish()).rejects.toThrow("posts/a.md:6: The file a.png is of a type");
  write("posts/a.md", DATED, "![](../../../a.png)");
  await expect(publish()).rejects.toThrow("lies outside the project");
  expect((await dump()).flat()).toEqual([]);
});

test("the demo leaves with the first post", async () => {
  await fillEmptyBlog(local.env.DB, local.env.MEDIA);
  write("posts/a.md", `${DATED}\nlang: de\ntags: [netz]`);
  await publish();
  expect(await rows("SELECT title FROM posts")).toEqual([{ title: "A" }]);
  expect(await rows("SELECT slug FROM tags")).toEqual([{ slug: "netz" }]);
  expect(await rows("SELECT name, value FROM settings")).toEqual([{ name: "lang", value: '"de"' }]);
});

test("drafts, unlisted and future posts have their states, and cron's work is left alone", async () => {
  write("posts/a.md", `${DATED}\ndraft: true`);
  write("posts/b.md", "title: B\ndate: 2026-01-02\nunlisted: true");
  write("posts/c.md", "title: C\ndate: 2026-05-01T14:00+02:00");
  write("posts/d.md", "title: D\ndate: 2026-05-01 12:00:01");
  await publish();
  const statuses = async () =>
    (await rows("SELECT status FROM posts ORDER BY slug")).map(({ status }) => status);
  expect(await statuses()).toEqual(["draft", "unlisted", "published", "scheduled"]);
  expect(await publishDue(local.env.DB, "2026-05-02T00:00:00Z")).toBe(1);
  expect(await publish({ now: "2026-05-02T00:00:00Z" })).toContain("unchanged posts/d.md");
});

test("a saved file is published by itself, and a wrong one stops nothing", async () => {
  const said: string[] = [];
  const desk = { db: local.env.DB, bucket: local.env.MEDIA, root, now: NOW };
  const close = watchPosts(desk, "posts", (words) => said.push(words));
  write("posts/falsch.md", "title: Falsch");
  write("posts/a.md", DATED);
  await vi.waitFor(() => expect(said.join()).toContain("falsch.md:1: A post needs a date"), 5000);
  await vi.waitFor(() => expect(said.join()).toContain("created    posts/a.md"), 5000);
  rmSync(join(root, "posts/falsch.md"));
  rmSync(join(root, "posts/a.md"));
  await vi.waitFor(() => expect(said.join()).toContain("gone       posts/a.md"), 5000);
  await close();
}, 20_000);

test("a busy database is asked again", async () => {
  write("posts/a.md", DATED);
  let busy = 2;
  const batch: typeof local.env.DB.batch = (statements) =>
    busy-- > 0
      ? Promise.reject(new Error("D1_ERROR: database is locked: SQLITE_BUSY"))
      : local.env.DB.batch(statements);
  const db = { prepare: (sql: string) => local.env.DB.prepare(sql), batch };
  const desk = { db: db as typeof local.env.DB, bucket: local.env.MEDIA, root, now: NOW };
  expect(await publishFromDisk(desk, ["posts"])).toHaveLength(1);
  expect(await rows("SELECT title FROM posts")).toEqual([{ title: "A" }]);
});
