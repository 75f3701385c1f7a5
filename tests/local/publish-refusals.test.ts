import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publishFromDisk } from "../../scripts/publish/from-disk.ts";
import { AuthorsDesk, DATED } from "../support/desk.node.ts";

const author = new AuthorsDesk();

test("a path that is taken or reserved is refused in a sentence, and nothing is written", async () => {
  author.write("posts/a.md", `${DATED}\nslug: x`);
  await author.publish();
  const before = await author.dump();
  author.write("posts/b.md", "title: B\ndate: 2026-01-05\nslug: x");
  await expect(author.publish()).rejects.toThrow("posts/b.md:1: It wants the path of posts/a.md");
  await expect(author.publish({ typed: ["posts/b.md"] })).rejects.toThrow(
    'stands another post, "A"',
  );
  author.write("posts/b.md", "title: B\nkind: page\nslug: admin");
  await expect(author.publish()).rejects.toThrow(
    "posts/b.md:1: The path /admin/ belongs to the blog",
  );
  author.write("posts/b.md", "title: B\npermalink: /feed.xml\ndate: 2026-01-01");
  await expect(author.publish()).rejects.toThrow(
    "posts/b.md:3: The path /feed.xml belongs to the blog",
  );
  author.write("posts/a.md", `${DATED}\nid: same`);
  author.write("posts/b.md", "title: B\ndate: 2026-01-05\nid: same");
  await expect(author.publish()).rejects.toThrow("posts/b.md:1: It is the same post as posts/a.md");
  expect(await author.dump()).toEqual(before);
});

test("a post that was changed elsewhere is not overwritten without --force", async () => {
  author.write("posts/a.md", DATED, "Eins\n\nZwei");
  await author.publish();
  await author.desk.db
    .prepare("UPDATE posts SET source = replace(source, 'Zwei', 'Zwo'), version = version + 1")
    .run();
  author.write("posts/a.md", DATED, "Eins\n\nDrei");
  const before = await author.dump();
  await expect(author.publish()).rejects.toThrow(/changed elsewhere.*\n {2}- Zwo\n {2}\+ Drei$/);
  expect(await author.dump()).toEqual(before);
  expect(await author.publish({ force: true })).toEqual(["changed posts/a.md"]);
  expect((await author.post())["source"]).toContain("Drei");
  expect(await author.publish()).toEqual(["unchanged posts/a.md"]);
});

test("a trial says what would happen and writes nothing", async () => {
  author.write("posts/a.md", DATED, "![](bild.png)");
  copyFileSync("demo/media/steg-am-morgen.png", join(author.root, "posts/bild.png"));
  expect(await author.publish({ dryRun: true })).toEqual(["created posts/a.md"]);
  expect((await author.dump()).flat()).toEqual([]);
});

test("one wrong file keeps all from being written, each with its sentence", async () => {
  author.write("posts/a.md", DATED);
  author.write("posts/b.md", "title: B");
  author.write("posts/c.md", "title: C\ndate: gestern");
  author.write("posts/d.md", "title: [D\ndate: 2026-01-01");
  await expect(author.publish()).rejects.toThrow(/^posts\/d.md:\d: The front matter is no YAML/);
  rmSync(join(author.root, "posts/d.md"));
  await expect(author.publish()).rejects.toThrow(
    /^posts\/b.md:1: A post needs a date.*\nposts\/c.md:3: "gestern" is no date/,
  );
  expect((await author.dump()).flat()).toEqual([]);
});

test("a picture that is missing, no picture or outside is refused by name and line", async () => {
  author.write("posts/a.md", DATED, "Text\n\n![](fehlt.png)");
  await expect(author.publish()).rejects.toThrow("posts/a.md:8: There is no file fehlt.png.");
  author.write("posts/a.md", DATED, "![](a.png)");
  writeFileSync(join(author.root, "posts/a.png"), "<svg onload=alert(1)>");
  await expect(author.publish()).rejects.toThrow("posts/a.md:6: The file a.png is of a type");
  author.write("posts/a.md", DATED, "![](../../../a.png)");
  await expect(author.publish()).rejects.toThrow("lies outside the project");
  expect((await author.dump()).flat()).toEqual([]);
});

test("a busy database is asked again", async () => {
  author.write("posts/a.md", DATED);
  let busy = 2;
  const batch: typeof author.desk.db.batch = (statements) =>
    busy-- > 0
      ? Promise.reject(new Error("D1_ERROR: database is locked: SQLITE_BUSY"))
      : author.desk.db.batch(statements);
  const db = { prepare: (sql: string) => author.desk.db.prepare(sql), batch };
  const desk = { ...author.desk, db: db as typeof author.desk.db };
  expect(await publishFromDisk(desk, ["posts"])).toHaveLength(1);
  expect(await author.rows("SELECT title FROM posts")).toEqual([{ title: "A" }]);
});

test("who saves a post in the moment of publishing keeps what was saved", async () => {
  author.write("posts/a.md", DATED);
  await author.publish();
  author.write("posts/a.md", DATED, "Neu");
  const { db } = author.desk;
  const batch: typeof db.batch = async (statements) => {
    await db.prepare("UPDATE posts SET title = 'Schneller', version = version + 1").run();
    return db.batch(statements);
  };
  const desk = { ...author.desk, db: { prepare: db.prepare.bind(db), batch } as typeof db };
  await expect(publishFromDisk(desk, ["posts"])).rejects.toThrow(
    "changed elsewhere in this moment",
  );
  expect(await author.post()).toMatchObject({ title: "Schneller", version: 2 });
});
