import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fillEmptyBlog } from "../../scripts/demo.ts";
import { publishDue } from "../../worker/db/write/publish.ts";
import { AuthorsDesk, DATED } from "../support/desk.node.ts";

const author = new AuthorsDesk();

/** What the caches were told last, and how often they were told something. */
async function told(): Promise<{ times: number; gone: boolean; tags: string[] }> {
  const rows = await author.rows("SELECT tags, gone FROM changes ORDER BY seq DESC");
  const { tags = "[]", gone = 0 } = rows[0] ?? {};
  expect(await author.rows("SELECT count(*) AS owed FROM outbox")).toEqual([{ owed: rows.length }]);
  return { times: rows.length, gone: gone === 1, tags: JSON.parse(String(tags)) };
}

test("the caches hear of what was published, and where it stands", async () => {
  author.write("posts/a.md", `${DATED}\ntags: [x]`);
  await author.publish();
  const { id } = await author.post();
  const [tag] = await author.rows("SELECT id FROM tags");
  const first = await told();
  expect(first).toMatchObject({ times: 1, gone: false });
  expect(first.tags).toEqual(
    expect.arrayContaining([`post:${id}`, `tag:${tag?.["id"]}`, "front", "feeds", "sitemap"]),
  );
  await author.publish();
  expect((await told()).times).toBe(1);
});

test.each(["draft", "unlisted"])("a post that becomes %s is gone", async (visibility) => {
  author.write("posts/a.md", DATED);
  await author.publish();
  author.write("posts/a.md", `${DATED}\n${visibility}: true`);
  await author.publish();
  expect(await told()).toMatchObject({ times: 2, gone: true });
  author.write("posts/a.md", DATED);
  await author.publish();
  // Who could see it before may have seen what it no longer says.
  expect(await told()).toMatchObject({ times: 3, gone: visibility === "unlisted" });
});

test("a withdrawn post is gone, and a withdrawn draft is nobody's business", async () => {
  author.write("posts/a.md", DATED);
  author.write("posts/b.md", `${DATED}\ndraft: true`);
  await author.publish();
  rmSync(join(author.root, "posts/b.md"));
  await author.publish({ prune: true });
  expect(await told()).toMatchObject({ times: 1, gone: false });
  rmSync(join(author.root, "posts/a.md"));
  await author.publish({ prune: true });
  expect(await told()).toMatchObject({ times: 2, gone: true });
});

test("cron tells of what was due", async () => {
  author.write("posts/a.md", "title: A\ndate: 2026-05-03");
  await author.publish();
  expect(await publishDue(author.desk.db, "2026-05-03T00:00:00Z")).toBe(1);
  const { id } = await author.post();
  expect((await told()).tags).toContain(`post:${id}`);
});

test("the demo touches everything when it comes, and when it leaves", async () => {
  await fillEmptyBlog(author.desk.db, author.desk.bucket);
  expect(await told()).toEqual({ times: 1, gone: false, tags: ["site"] });
  author.write("posts/a.md", DATED);
  await author.publish();
  expect(await told()).toEqual({ times: 2, gone: true, tags: ["site"] });
});
