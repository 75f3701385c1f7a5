import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AuthorsDesk, DATED } from "../support/desk.node.ts";

const author = new AuthorsDesk();
const redirects = () => author.rows("SELECT path, target FROM redirects ORDER BY path");

test("a changed slug leaves a redirect, and coming back leaves none on the post", async () => {
  author.write("posts/a.md", `${DATED}\nslug: a`);
  await author.publish();
  const { guid } = await author.post();
  author.write("posts/a.md", `${DATED}\nslug: b`);
  await author.publish();
  expect(await redirects()).toEqual([{ path: "/2026/01/a/", target: "/2026/01/b/" }]);
  author.write("posts/a.md", `${DATED}\nslug: c`);
  await author.publish();
  expect(await redirects()).toEqual([
    { path: "/2026/01/a/", target: "/2026/01/c/" },
    { path: "/2026/01/b/", target: "/2026/01/c/" },
  ]);
  author.write("posts/a.md", `${DATED}\nslug: a`);
  await author.publish();
  expect(await redirects()).toEqual([
    { path: "/2026/01/b/", target: "/2026/01/a/" },
    { path: "/2026/01/c/", target: "/2026/01/a/" },
  ]);
  expect(await author.post()).toMatchObject({ guid, path: "/2026/01/a/" });
});

test("two posts may change places", async () => {
  author.write("posts/a.md", `${DATED}\nslug: eins`);
  author.write("posts/b.md", "title: B\ndate: 2026-01-03\nslug: zwei");
  await author.publish();
  author.write("posts/a.md", `${DATED}\nslug: zwei`);
  author.write("posts/b.md", "title: B\ndate: 2026-01-03\nslug: eins");
  await author.publish();
  expect(await author.rows("SELECT title, path FROM posts ORDER BY title")).toEqual([
    { title: "A", path: "/2026/01/zwei/" },
    { title: "B", path: "/2026/01/eins/" },
  ]);
  expect(await redirects()).toEqual([]);
});

test("a draft that moves tells nobody", async () => {
  author.write("posts/a.md", `${DATED}\ndraft: true\nslug: a`);
  await author.publish();
  author.write("posts/a.md", `${DATED}\nslug: b`);
  await author.publish();
  expect(await redirects()).toEqual([]);
});

test("an id keeps the post wherever its file goes, and a renamed file keeps its post", async () => {
  author.write("posts/a.md", `${DATED}\nid: eins\nslug: s`);
  await author.publish();
  const { guid } = await author.post();
  renameSync(join(author.root, "posts/a.md"), join(author.root, "posts/z.md"));
  expect(await author.publish()).toEqual(["unchanged posts/z.md"]);
  author.write("posts/z.md", `${DATED}\nslug: s`);
  await author.publish();
  renameSync(join(author.root, "posts/z.md"), join(author.root, "posts/y.md"));
  expect(await author.publish()).toEqual(["unchanged posts/y.md"]);
  expect(await author.rows("SELECT guid FROM posts")).toEqual([{ guid }]);
});

test("a file takes the place of one that moved away with its id", async () => {
  author.write("posts/a.md", DATED);
  await author.publish();
  author.write("posts/a.md", `${DATED}\nid: eins`);
  await author.publish();
  author.write("posts/b.md", `${DATED}\nid: eins`);
  author.write("posts/a.md", "title: Neu\ndate: 2026-02-02");
  rmSync(join(author.root, "posts/a.md"));
  await author.publish();
  author.write("posts/a.md", "title: Neu\ndate: 2026-02-02");
  expect(await author.publish()).toEqual(["created posts/a.md", "unchanged posts/b.md"]);
  expect(await author.rows("SELECT DISTINCT guid FROM posts")).toHaveLength(2);
});
