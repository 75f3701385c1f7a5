import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openLibrary } from "../../scripts/import/library.ts";
import { importExport } from "../../worker/content/wxr/import.ts";
import { printReport } from "../../worker/content/wxr/report.ts";
import { counts, file, ImportBlog, NOW } from "../support/import.node.ts";
import { png as aPng } from "../support/pictures.ts";

let blog: ImportBlog;

beforeAll(async () => {
  blog = await ImportBlog.open();
}, 120_000);
afterAll(() => blog.close());
beforeEach(() => blog.empty());

test("each status stays as it was, or becomes stricter", async () => {
  await blog.run(file("blog"));
  const status = async (title: string) =>
    (await blog.rows(`SELECT status FROM posts WHERE title = '${title}'`))[0]?.["status"];
  expect(await status("Grüße")).toBe("published");
  expect(await status("Morgen")).toBe("scheduled");
  expect(await status("Entwurf")).toBe("draft");
  expect(await status("Seltsam")).toBe("draft");
  expect(await status("Privat")).toBe("private");
  expect(await status("Geheim")).toBe("private");
  expect(await status("Papierkorb")).toBeUndefined();
});

test("nothing that was not public before is public after", async () => {
  await blog.run(file("blog"));
  const seen = JSON.stringify([
    await blog.rows("SELECT title, html, lead, excerpt FROM public_posts"),
    await blog.rows("SELECT * FROM public_comments"),
    await blog.rows("SELECT json FROM site"),
  ]);
  expect(seen).toContain("Der Rest");
  expect(seen).not.toContain("KANARIE");
  expect(JSON.stringify(await blog.dump())).not.toContain("192.0.2.7");
});

test("a post keeps its words, its address, its day and its guid", async () => {
  await blog.run(file("blog"));
  const zug = await blog.post("/2010/03/der-zug/");
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
  expect(await blog.post("/2011/05/grüße/")).toMatchObject({ local_date: "2011-05-02" });
});

test("two posts with one guid both come, one post twice comes once", async () => {
  await blog.run(file("blog"));
  const copies = await blog.rows("SELECT guid FROM posts WHERE title = 'Kopie'");
  expect(copies).toHaveLength(1);
  expect(copies[0]?.["guid"]).toMatch(/^urn:uuid:/);
});

test("a path that a route owns is stored beside it, and said", async () => {
  const report = await blog.run(file("blog"));
  expect(await blog.post("/tags-2/")).toMatchObject({ title: "Schlagworte" });
  expect(printReport(report)).toContain("/tags/  → /tags-2/");
});

test("a static page lies below its parent, whichever came first", async () => {
  await blog.run(file("blog"));
  const above = await blog.post("/ueber/");
  expect(await blog.post("/ueber/unten/")).toMatchObject({ parent_id: above?.["id"] });
});

test("a discussion keeps its threads, numbers, kinds and its author", async () => {
  await blog.run(file("blog"));
  const sql = `SELECT public_id, number, parent_number, kind, status, author_id IS NOT NULL AS ours, url, lang
    FROM comments WHERE post_id = (SELECT id FROM posts WHERE wp_id = 10) ORDER BY created_at`;
  const found = await blog.rows(sql);
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
  await blog.run(file("blog"));
  const [carla] = await blog.rows("SELECT html FROM comments WHERE public_id = '102'");
  expect(carla?.["html"]).toContain(
    '<a href="https://lang.example/ein/sehr/langer/pfad/zu/einer/seite-mit-namen.html" rel="nofollow ugc noopener">lang.example/ein/sehr/langer/pfad/zu…</a>',
  );
  const [ping] = await blog.rows("SELECT title, excerpt FROM comments WHERE kind = 'pingback'");
  expect(ping).toMatchObject({ title: "Nachbarblog » Gleise", excerpt: "[…] ein Auszug […]" });
});

test("an id that another comment has makes room for one that stays the same", async () => {
  await blog.run(file("blog"));
  const [eva] = await blog.rows("SELECT public_id, wp_id FROM comments WHERE name = 'Eva'");
  expect(eva).toMatchObject({ wp_id: 102, public_id: expect.stringMatching(/^[0-9a-f]{16}$/) });
});

const png = (width: number, height: number) => aPng({ width, height });

test("files that came along are stored under their hash, wherever they lay", async () => {
  const folder = join(blog.dir, "backup/wp-content/uploads/2011/05");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "signal.png"), png(800, 400));
  writeFileSync(join(folder, "falsch.png"), "<html><script>alert(1)</script>");
  const zip = join(blog.dir, "uploads.zip");
  const inside = { "signal.png": png(800, 400), "falsch.png": strToU8("<svg onload='alert(1)'/>") };
  writeFileSync(zip, zipSync({ "any/where/2011/05": inside, "../../evil.png": png(1, 1) }));
  for (const source of [join(blog.dir, "backup"), zip]) {
    using library = await openLibrary(source, blog.relay);
    const report = await importExport({ db: blog.relay.db, open: file("blog"), library, now: NOW });
    expect(report.tally.lines.get("media")?.skipped.get("of a type that is not stored")).toBe(1);
    expect(counts(report)["media"]).toEqual([2, source === zip ? 0 : 1, source === zip ? 1 : 0, 1]);
  }
  const [stored] = await blog.rows<{ key: string }>("SELECT * FROM media");
  expect(stored).toMatchObject({ type: "image/png", width: 800, alt: "Ein Signal" });
  const greetings = await blog.post("/2011/05/grüße/");
  expect(greetings?.["html"]).toContain(
    `<img src="/media/${stored?.key}/signal.png" width="300" height="150" alt="Signal" loading="lazy">`,
  );
});
