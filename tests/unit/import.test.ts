import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openLibrary } from "../../scripts/import/library.ts";
import { readText } from "../../scripts/import/read-file.ts";
import { openRelay, type Relay } from "../../scripts/import/relay.ts";
import { importExport } from "../../worker/content/wxr/import.ts";
import { printReport, type Report } from "../../worker/content/wxr/report.ts";
import { insertAuthor } from "../../worker/db/save.ts";
import { setSetting } from "../../worker/db/settings.ts";

const TABLES =
  "posts comments post_tags post_categories tags categories authors media settings lists counts site";
const now = "2026-01-01T00:00:00Z";
let dir: string;
let relay: Relay;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "randnotiz-import-"));
  relay = await openRelay(join(dir, "state"));
}, 120_000);

afterAll(async () => {
  await relay.close();
  rmSync(dir, { recursive: true, force: true });
});

beforeEach(async () => {
  const order = "comments post_tags post_categories lists counts site settings media";
  const names = `${order} posts tags categories authors`.split(" ");
  await relay.db.batch([
    relay.db.prepare("UPDATE posts SET parent_id = NULL"),
    relay.db.prepare("UPDATE categories SET parent_id = NULL"),
    ...names.map((name) => relay.db.prepare(`DELETE FROM ${name}`)),
  ]);
});

type Open = () => AsyncIterable<string>;
const file =
  (name: string): Open =>
  () =>
    readText(`tests/fixtures/wxr/${name}.xml`, () => {});
const run = (open: Open, db = relay.db) => importExport({ db, open, library: null, now });

async function rows<T = Record<string, unknown>>(sql: string): Promise<T[]> {
  return (await relay.db.prepare(sql).all<T>()).results;
}

/** Everything that an import writes. */
async function dump(): Promise<Record<string, unknown>> {
  const tables: Record<string, unknown> = {};
  for (const table of TABLES.split(" "))
    tables[table] = await rows(`SELECT * FROM ${table} ORDER BY 1, 2`);
  return tables;
}

const post = async (path: string) => (await rows(`SELECT * FROM posts WHERE path = '${path}'`))[0];

/** Numbers of the table: found, imported, already there, skipped. */
function counts({ tally }: Report): Record<string, number[]> {
  return Object.fromEntries(
    [...tally.lines].map(([kind, { found, imported, there, skipped }]) => [
      kind,
      [found, imported, there, [...skipped.values()].reduce((sum, count) => sum + count, 0)],
    ]),
  );
}

test("the table says what became of everything in the export", async () => {
  expect(counts(await run(file("blog")))).toEqual({
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
  await run(file("blog"));
  const before = await dump();
  const again = counts(await run(file("blog")));
  expect(await dump()).toEqual(before);
  expect(again["posts"]).toEqual([11, 0, 9, 2]);
  expect(again["comments"]).toEqual([13, 0, 11, 2]);
});

test("each status stays as it was, or becomes stricter", async () => {
  await run(file("blog"));
  const status = async (title: string) =>
    (await rows(`SELECT status FROM posts WHERE title = '${title}'`))[0]?.["status"];
  expect(await status("Grüße")).toBe("published");
  expect(await status("Morgen")).toBe("scheduled");
  expect(await status("Entwurf")).toBe("draft");
  expect(await status("Seltsam")).toBe("draft");
  expect(await status("Privat")).toBe("private");
  expect(await status("Geheim")).toBe("private");
  expect(await status("Papierkorb")).toBeUndefined();
});

test("nothing that was not public before is public after", async () => {
  await run(file("blog"));
  const seen = JSON.stringify([
    await rows("SELECT title, html, lead, excerpt FROM public_posts"),
    await rows("SELECT * FROM public_comments"),
    await rows("SELECT json FROM site"),
  ]);
  expect(seen).toContain("Der Rest");
  expect(seen).not.toContain("KANARIE");
  expect(JSON.stringify(await dump())).not.toContain("192.0.2.7");
});

test("a post keeps its words, its address, its day and its guid", async () => {
  await run(file("blog"));
  const zug = await post("/2010/03/der-zug/");
  expect(zug).toMatchObject({
    ...{
      title: "Der Zug & das Gleis",
      guid: "https://alt.example/?p=10",
      lang: "de-DE",
      sticky: 1,
    },
    ...{ published_at: "2010-03-17T10:12:00Z", local_date: "2010-03-17", wp_id: 10 },
    tags: '[{"slug":"züge","name":"Züge"},{"slug":"nur-hier","name":"Nur hier"}]',
  });
  expect(zug?.["source"]).toContain("Erste Zeile\nzweite Zeile\n\nNeuer Absatz");
  expect(zug?.["html"]).toContain('<a href="/2011/05/gr%C3%BC%C3%9Fe/#unten">');
  expect(zug?.["html"]).toContain("(fotos.example)");
  expect(await post("/2011/05/grüße/")).toMatchObject({ local_date: "2011-05-02" });
});

test("two posts with one guid both come, one post twice comes once", async () => {
  await run(file("blog"));
  const copies = await rows("SELECT guid FROM posts WHERE title = 'Kopie'");
  expect(copies).toHaveLength(1);
  expect(copies[0]?.["guid"]).toMatch(/^urn:uuid:/);
});

test("a path that a route owns is stored beside it, and said", async () => {
  const report = await run(file("blog"));
  expect(await post("/tags-2/")).toMatchObject({ title: "Schlagworte" });
  expect(printReport(report)).toContain("/tags/  → /tags-2/");
});

test("a static page lies below its parent, whichever came first", async () => {
  await run(file("blog"));
  const above = await post("/ueber/");
  expect(await post("/ueber/unten/")).toMatchObject({ parent_id: above?.["id"] });
});

test("a discussion keeps its threads, numbers, kinds and its author", async () => {
  await run(file("blog"));
  const sql = `SELECT public_id, number, parent_number, kind, status, author_id IS NOT NULL AS ours, url, lang
    FROM comments WHERE post_id = (SELECT id FROM posts WHERE wp_id = 10) ORDER BY created_at`;
  const found = await rows(sql);
  const by = (id: string) => found.find(({ public_id }) => public_id === id);
  expect(by("102")).toMatchObject({
    number: 1,
    parent_number: null,
    url: "https://carla.example/",
  });
  expect(by("103")).toMatchObject({ number: 2, parent_number: 1, url: null });
  expect(by("104")).toMatchObject({ number: 3, ours: 1 });
  expect(by("105")).toMatchObject({ number: 4, ours: 0 });
  expect(by("106")).toMatchObject({ number: null, status: "pending" });
  expect(by("107")).toMatchObject({ number: null, status: "spam" });
  expect(by("108")).toMatchObject({ number: null, status: "trash" });
  expect(by("109")).toMatchObject({ number: 5, kind: "pingback" });
  expect(by("110")).toMatchObject({ lang: "en" });
});

test("a comment shows its addresses as links, a pingback the title it came from", async () => {
  await run(file("blog"));
  const [carla] = await rows("SELECT html FROM comments WHERE public_id = '102'");
  expect(carla?.["html"]).toContain(
    '<a href="https://lang.example/ein/sehr/langer/pfad/zu/einer/seite-mit-namen.html" rel="nofollow ugc noopener">lang.example/ein/sehr/langer/pfad/zu…</a>',
  );
  const [ping] = await rows("SELECT title, excerpt FROM comments WHERE kind = 'pingback'");
  expect(ping).toMatchObject({ title: "Nachbarblog » Gleise", excerpt: "[…] ein Auszug […]" });
});

test("an id that another comment has makes room for one that stays the same", async () => {
  await run(file("blog"));
  const [eva] = await rows("SELECT public_id, wp_id FROM comments WHERE name = 'Eva'");
  expect(eva).toMatchObject({ wp_id: 102, public_id: expect.stringMatching(/^[0-9a-f]{16}$/) });
});

test("the demo stays until the import is public, then leaves with its settings", async () => {
  await insertAuthor(relay.db, { slug: "demo", name: "Demo", demo: true }).run();
  await setSetting(relay.db, "title", "Demo", true).run();
  const demoPost = `INSERT INTO posts (kind, status, slug, path, guid, lang, author_id, title, format, source, html,
      excerpt, words, published_at, local_date, created_at, updated_at, demo)
    SELECT 'page', 'published', 'ueber', '/ueber/', 'urn:demo', 'de', id, 'Demo', 'html', '', '', '', 0, ?1, '2026-01-01', ?1, ?1, 1
    FROM authors`;
  await relay.db.prepare(demoPost).bind(now).run();
  await expect(
    run(file("blog"), failing(relay.db, "UPDATE posts SET status = import")),
  ).rejects.toThrow();
  expect(await rows("SELECT title FROM public_posts")).toEqual([{ title: "Demo" }]);
  await run(file("blog"));
  expect(await rows("SELECT id FROM posts WHERE demo = 1")).toEqual([]);
  expect(await post("/ueber/")).toMatchObject({ title: "Über" });
  const titles = await rows(
    "SELECT value FROM settings WHERE name IN ('title', 'lang') ORDER BY name",
  );
  expect(titles).toEqual([{ value: '"de"' }, { value: '"Am alten Gleis"' }]);
});

test("an import that was killed shows nothing, and ends as if it never had been", async () => {
  await run(() => manyPosts(120));
  const whole = await dump();
  await relay.db.batch(
    "comments lists counts site settings posts authors"
      .split(" ")
      .map((name) => relay.db.prepare(`DELETE FROM ${name}`)),
  );
  await expect(run(() => manyPosts(120), failing(relay.db, "post-80"))).rejects.toThrow();
  const [half] = await rows<{ posts: number }>("SELECT count(*) AS posts FROM posts");
  expect(half?.posts).toBeGreaterThan(0);
  expect(half?.posts).toBeLessThan(120);
  expect(await rows("SELECT id FROM public_posts")).toEqual([]);
  await run(() => manyPosts(120));
  expect(await dump()).toEqual(whole);
});

test("a broken export leaves no row behind", async () => {
  for (const name of ["cut-off", "doctype", "other-feed"])
    await expect(run(file(name))).rejects.toThrow(/cannot be read/);
  expect(await rows("SELECT id FROM authors")).toEqual([]);
});

/** A picture as far as anybody looks: signature and size. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(64);
  bytes.write("\x89PNG\r\n\x1a\n", 0, "latin1");
  bytes.writeUInt32BE(13, 8);
  bytes.write("IHDR", 12);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

test("files that came along are stored under their hash, wherever they lay", async () => {
  const folder = join(dir, "backup/wp-content/uploads/2011/05");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "signal.png"), png(800, 400));
  writeFileSync(join(folder, "falsch.png"), "<html><script>alert(1)</script>");
  const zip = join(dir, "uploads.zip");
  const inside = { "signal.png": png(800, 400), "falsch.png": strToU8("<svg onload='alert(1)'/>") };
  writeFileSync(zip, zipSync({ "any/where/2011/05": inside, "../../evil.png": png(1, 1) }));
  for (const source of [join(dir, "backup"), zip]) {
    using library = await openLibrary(source, relay);
    const report = await importExport({ db: relay.db, open: file("blog"), library, now });
    expect(report.tally.lines.get("media")?.skipped.get("of a type that is not stored")).toBe(1);
    expect(counts(report)["media"]).toEqual([2, source === zip ? 0 : 1, source === zip ? 1 : 0, 1]);
  }
  const [stored] = await rows<{ key: string }>("SELECT * FROM media");
  expect(stored).toMatchObject({ type: "image/png", width: 800, alt: "Ein Signal" });
  const greetings = await post("/2011/05/grüße/");
  expect(greetings?.["html"]).toContain(
    `<img src="/media/${stored?.key}/signal.png" width="300" height="150" alt="Signal" loading="lazy">`,
  );
});

/** A database that dies before the first batch in which a statement says this. */
function failing(db: D1Database, word: string): D1Database {
  const says = (statement: D1PreparedStatement) => JSON.stringify(statement).includes(word);
  return {
    prepare: (sql: string) => db.prepare(sql),
    batch: async (statements: D1PreparedStatement[]) => {
      if (statements.some(says)) throw new Error("killed");
      return db.batch(statements);
    },
  } as unknown as D1Database;
}

/** An export of so many posts with a comment each, more than one batch. */
async function* manyPosts(count: number): AsyncGenerator<string> {
  let whole = "";
  for await (const chunk of file("blog")()) whole += chunk;
  const head = whole.slice(0, whole.indexOf("<wp:category>"));
  yield head;
  for (let at = 1; at <= count; at++)
    yield `<item><title>Post ${at}</title><guid>urn:post-${at}</guid><wp:post_id>${at}</wp:post_id>
      <wp:post_name>post-${at}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
      <wp:post_date_gmt>2010-01-02 03:04:05</wp:post_date_gmt><wp:post_date>2010-01-02 03:04:05</wp:post_date>
      <wp:comment><wp:comment_id>${at % 100}</wp:comment_id><wp:comment_content>c</wp:comment_content>
      <wp:comment_approved>1</wp:comment_approved></wp:comment></item>`;
  yield "</channel></rss>";
}
