import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fillEmptyBlog } from "../../scripts/demo.ts";
import { renderAgain } from "../../worker/content/render-again.ts";
import { AuthorsDesk, DATED } from "../support/desk.node.ts";

const author = new AuthorsDesk();
const again = () => renderAgain(author.desk.db, "2026-01-01T00:00:00Z", () => {});
const run = (sql: string) => author.desk.db.prepare(sql).run();

test("what was rendered today comes out the same", async () => {
  await fillEmptyBlog(author.desk.db, author.desk.bucket);
  const before = await author.dump();
  const { posts, comments, changed, left } = await again();
  expect({ changed, left }).toEqual({ changed: 0, left: [] });
  expect([posts > 5, comments > 5]).toEqual([true, true]);
  expect(await author.dump()).toEqual(before);
});

test("what an older renderer made is made anew, pictures, titles and versions kept", async () => {
  copyFileSync("demo/media/steg-am-morgen.png", join(author.root, "bild.png"));
  author.write("posts/a.md", "date: 2026-01-02", "# Der Steg\n\n![Steg](../bild.png)\n\n*Text*");
  author.write("posts/b.md", DATED, "# A\n\n## B\n\nText");
  await author.publish();
  const before = await author.rows("SELECT * FROM posts ORDER BY id");
  expect(before[0]?.["html"]).not.toContain("<h2>Der Steg");
  expect(before[0]?.["html"]).toContain('src="/media/');
  await run("UPDATE posts SET html = replace(html, '<em>Text</em>', 'alt'), words = 99");
  expect((await again()).changed).toBe(2);
  expect(await author.rows("SELECT * FROM posts ORDER BY id")).toEqual(before);
  expect((await again()).changed).toBe(0);
  expect(await author.publish()).toEqual(["unchanged posts/a.md", "unchanged posts/b.md"]);
});

test("a post whose pictures are gone from its HTML, and what came as HTML, are left alone", async () => {
  copyFileSync("demo/media/steg-am-morgen.png", join(author.root, "bild.png"));
  author.write("posts/a.md", DATED, "![Steg](../bild.png)");
  author.write("posts/b.md", "title: B\ndate: 2026-01-03");
  await author.publish();
  await run("UPDATE posts SET html = '<p>alt</p>', words = 99");
  await run("UPDATE posts SET format = 'html' WHERE slug = 'b'");
  expect(await again()).toEqual({ posts: 1, comments: 0, changed: 0, left: ["/2026/01/a/"] });
  expect(await author.rows("SELECT DISTINCT html FROM posts")).toEqual([{ html: "<p>alt</p>" }]);
});
