import { copyFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DATED } from "../support/desk.node.ts";
import { png } from "../support/pictures.ts";
import { RemoteDesk } from "../support/remote-desk.node.ts";

const author = new RemoteDesk();

test("a file is created, unchanged and changed, and gone when it is not there", async () => {
  author.write("posts/a.md", `${DATED}\ntags: [x, y]\ncategories: Kolumne/Gleis`);
  author.write("posts/b.md", "title: B\ndate: 2026-01-03");
  expect(await author.send()).toEqual(["created posts/a.md", "created posts/b.md"]);
  expect(await (await author.page("/2026/01/a/")).text()).toContain("Ein Text.");
  const before = await author.dump();
  expect(await author.send()).toEqual(["unchanged posts/a.md", "unchanged posts/b.md"]);
  expect(await author.dump()).toEqual(before);
  author.write("posts/a.md", DATED, "Ein anderer Text.");
  expect(await author.send()).toEqual(["changed posts/a.md", "unchanged posts/b.md"]);
  rmSync(join(author.root, "posts/b.md"));
  expect(await author.send()).toContain("gone posts/b.md");
  expect((await author.page("/2026/01/b/")).status).toBe(200);
  expect(await author.send({ prune: true })).toContain("gone posts/b.md");
  const status = async () => (await author.page("/2026/01/b/")).status;
  await expect.poll(status, { timeout: 20_000 }).toBe(404);
  expect(await author.send()).toEqual(["unchanged posts/a.md"]);
  author.write("posts/b.md", "title: B\ndate: 2026-01-03");
  expect(await author.send()).toContain("changed posts/b.md");
});

test("what was published over HTTP is the same as what is published here", async () => {
  author.write("posts/a.md", `${DATED}\ntags: [x, y]\nsummary: Kurz`, "Text[^1] “x”\n\n[^1]: Fuß");
  copyFileSync("demo/media/steg-am-morgen.png", join(author.root, "posts/b.png"));
  author.write("posts/b.md", "title: B\ndate: 2026-01-03\ncategories: K/L", "![](b.png)");
  await author.send();
  expect(await author.publish()).toEqual(["unchanged posts/a.md", "unchanged posts/b.md"]);
});

test("a changed slug leaves a redirect, and two posts may change places", async () => {
  author.write("posts/a.md", `${DATED}\nslug: eins`);
  author.write("posts/z.md", "title: B\ndate: 2026-01-03\nslug: zwei");
  await author.send();
  author.write("posts/a.md", `${DATED}\nslug: drei`);
  await author.send();
  const moved = await author.page("/2026/01/eins/");
  expect([moved.status, moved.headers.get("Location")]).toEqual([
    308,
    `${author.origin}/2026/01/drei/`,
  ]);
  author.write("posts/a.md", `${DATED}\nslug: zwei`);
  author.write("posts/z.md", "title: B\ndate: 2026-01-03\nslug: drei");
  for (const name of "cdefg") author.write(`posts/${name}.md`, `title: ${name}\ndate: 2026-01-04`);
  await author.send();
  expect(author.said).toEqual(["3 of 7 written", "6 of 7 written", "7 of 7 written"]);
  expect(
    await author.rows("SELECT title, path FROM posts WHERE title < 'C' ORDER BY title"),
  ).toEqual([
    { title: "A", path: "/2026/01/zwei/" },
    { title: "B", path: "/2026/01/drei/" },
  ]);
});

test("a renamed file keeps its post", async () => {
  author.write("posts/a.md", `${DATED}\nslug: s`);
  await author.send();
  const { guid } = await author.post();
  renameSync(join(author.root, "posts/a.md"), join(author.root, "posts/z.md"));
  expect(await author.send({ prune: true })).toEqual(["unchanged posts/z.md"]);
  expect(await author.post()).toMatchObject({ guid, status: "published" });
  expect(await author.rows("SELECT path FROM files")).toEqual([{ path: "posts/z.md" }]);
});

test("a picture is uploaded once, and shown", async () => {
  author.write("posts/a.md", DATED, "![Steg](Mein%20Bild.png)");
  writeFileSync(join(author.root, "posts/Mein Bild.png"), png({ width: 1_200, height: 750 }));
  const sent: string[] = [];
  const watched = author.remote();
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    sent.push(
      `${init?.method} ${String(input)
        .slice(author.origin.length)
        .replace(/[0-9a-f]{32,}/, "…")}`,
    );
    return fetch(input, init);
  };
  try {
    await author.send({}, watched);
    author.write("posts/a.md", DATED, "Neu ![Steg](Mein%20Bild.png)");
    await author.send({}, watched);
  } finally {
    globalThis.fetch = fetch;
  }
  expect(sent.filter((words) => words.includes("media"))).toEqual([
    "HEAD /media/…/Mein-Bild.png",
    "PUT /api/media/…?name=Mein-Bild.png",
    "HEAD /media/…/Mein-Bild.png",
  ]);
  const [, src = ""] =
    /src="([^"]+)" alt="Steg" width="\d+"/.exec(String((await author.post())["html"])) ?? [];
  expect((await author.page(src)).headers.get("Content-Type")).toBe("image/png");
});

test("a trial, a wrong file and a post that was changed elsewhere write nothing", async () => {
  author.write("posts/a.md", DATED, "Eins\n\nZwei");
  expect(await author.send({ dryRun: true })).toEqual(["created posts/a.md"]);
  author.write("posts/b.md", "title: B");
  await expect(author.send()).rejects.toThrow("posts/b.md:1: A post needs a date");
  rmSync(join(author.root, "posts/b.md"));
  expect(await author.rows("SELECT * FROM posts")).toEqual([]);
  await author.send();
  const sql = "UPDATE posts SET source = replace(source, 'Zwei', 'Zwo'), version = version + 1";
  await author.desk.db.prepare(sql).run();
  author.write("posts/a.md", DATED, "Eins\n\nDrei");
  const before = await author.dump();
  await expect(author.send()).rejects.toThrow(/changed elsewhere.*\n {2}- Zwo\n {2}\+ Drei$/);
  expect(await author.dump()).toEqual(before);
  expect(await author.send({ force: true })).toEqual(["changed posts/a.md"]);
});

test("where the blog refuses in the middle, it is said how much is written", async () => {
  for (const name of "abcde") author.write(`posts/${name}.md`, `title: ${name}\ndate: 2026-01-04`);
  const remote = author.remote();
  const ask = remote.ask.bind(remote);
  let writes = 0;
  remote.ask = (...asked) => {
    if (asked[1] === "/api/publish" && ++writes === 2) asked[2] = {};
    return ask(...asked);
  };
  await expect(author.send({}, remote)).rejects.toThrow(/must be[\s\S]*3 of 5 were written/);
  expect(await author.send()).toEqual([
    ..."abc".split("").map((name) => `unchanged posts/${name}.md`),
    ..."de".split("").map((name) => `created posts/${name}.md`),
  ]);
});
