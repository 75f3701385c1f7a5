import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import type { PostDraft } from "../../worker/db/write/drafts.ts";
import { finishImport, removeDemo } from "../../worker/db/write/import.ts";
import { rebuild } from "../../worker/db/write/rebuild.ts";
import { rebuildText } from "../../worker/db/write/text.ts";
import { updatePost, withdrawPost } from "../../worker/db/write/update.ts";
import worker from "../../worker/index.ts";
import { draftPost, havePosts } from "../support/blog.ts";
import { checkIndex, found } from "../support/search.ts";

const STATES = ["draft", "scheduled", "unlisted", "private"] as const;

const canary = (slug: string, changes: Partial<PostDraft> = {}): PostDraft =>
  draftPost(slug, { title: `Kanari ${slug}`, text: `<p>Kanari ${slug}</p>`, ...changes });

const write = (...statements: D1PreparedStatement[]) =>
  env.DB.batch([...statements, ...rebuild(env.DB)]);

const versionOf = async (slug: string): Promise<number> =>
  Number(
    await env.DB.prepare("SELECT version FROM posts WHERE slug = ?1").bind(slug).first("version"),
  );

async function indexed(title: string): Promise<string[]> {
  const sql = "SELECT title FROM posts_text WHERE title LIKE ?1";
  const { results } = await env.DB.prepare(sql).bind(title).all<{ title: string }>();
  return results.map((row) => row.title);
}

beforeAll(() => havePosts(canary("offen"), ...STATES.map((status) => canary(status, { status }))));

test.each(STATES)("a post that is %s is not found, and not in the index", async (status) => {
  expect(await found(status)).toEqual([]);
  expect(await found("kanari")).toEqual(["/2010/03/offen/"]);
  expect(await indexed("%")).toEqual(["Kanari offen"]);
});

test("a post that is hidden past the index is not found either", async () => {
  await havePosts(canary("heimlich"));
  await env.DB.prepare("UPDATE posts SET status = 'private' WHERE slug = 'heimlich'").run();
  expect(await found("heimlich")).toEqual([]);
});

test("an edited post is found by its new words only", async () => {
  await havePosts(canary("fassung", { text: "<p>Erstfassung</p>" }));
  expect(await found("erstfassung")).toEqual(["/2010/03/fassung/"]);
  const edited = canary("fassung", { text: "<p>Neufassung</p>", title: "Umgetauft" });
  await write(...updatePost(env.DB, await versionOf("fassung"), edited));
  expect(await found("erstfassung")).toEqual([]);
  expect(await found("neufassung umgetauft")).toEqual(["/2010/03/fassung/"]);
  await checkIndex();
});

test("a withdrawn post leaves", async () => {
  await havePosts(canary("rückzug"));
  expect(await found("rückzug")).toEqual(["/2010/03/rückzug/"]);
  await write(withdrawPost(env.DB, "urn:test:rückzug", await versionOf("rückzug")));
  expect(await found("rückzug")).toEqual([]);
  expect(await indexed("%rückzug")).toEqual([]);
  await checkIndex();
});

test("a scheduled post enters when it is published", async () => {
  const due = { status: "scheduled", publishedAt: "2026-03-01T08:00:00Z" } as const;
  await havePosts(canary("pünktlich", due));
  expect(await found("pünktlich")).toEqual([]);
  const scheduledTime = new Date("2026-03-01T08:00:00Z");
  await worker.scheduled(createScheduledController({ scheduledTime }), env);
  expect(await found("pünktlich")).toEqual(["/2026/03/pünktlich/"]);
});

test("imported posts enter together, and the demo leaves", async () => {
  await havePosts(canary("vorgeführt", { demo: true }), canary("mitgebracht", { importing: true }));
  expect(await found("vorgeführt")).toEqual(["/2010/03/vorgeführt/"]);
  expect(await found("mitgebracht")).toEqual([]);
  await write(...removeDemo(env.DB), ...finishImport(env.DB));
  expect(await found("vorgeführt")).toEqual([]);
  expect(await indexed("%vorgeführt")).toEqual([]);
  expect(await found("mitgebracht")).toEqual(["/2010/03/mitgebracht/"]);
  await checkIndex();
});

test("the newest posts are looked at, whenever they were written", async () => {
  const on = (day: number) => new Date(Date.UTC(2015, 0, day)).toISOString().replace(".000", "");
  const days = Array.from({ length: 30 }, (_, at) => at + 1);
  await havePosts(
    ...days.map((day) => canary(`tag-${day}`, { publishedAt: on(day), text: "<p>Igelkunde</p>" })),
    // Written last, and older than all.
    canary("davor", { publishedAt: "2001-01-01T00:00:00Z", text: "<p>Igelkunde</p>" }),
  );
  const paths = await found("igelkunde");
  expect(paths.length).toBe(30);
  expect(paths).not.toContain("/2001/01/davor/");
  const moved = canary("davor", { publishedAt: "2020-01-01T00:00:00Z", text: "<p>Igelkunde</p>" });
  await write(...updatePost(env.DB, await versionOf("davor"), moved));
  expect(await found("igelkunde")).toContain("/2020/01/davor/");
  expect(await found("igelkunde")).not.toContain("/2015/01/tag-1/");
});

test("a search that was dropped is made anew from the posts, as the migrations made it", async () => {
  const before = [await schema(), await found("kanari")];
  await env.DB.batch([
    env.DB.prepare("DROP TABLE posts_search"),
    env.DB.prepare("DROP TABLE posts_text"),
  ]);
  await env.DB.batch(rebuildText(env.DB));
  expect([await schema(), await found("kanari")]).toEqual(before);
  await env.DB.batch(rebuildText(env.DB));
  expect(await found("kanari")).toEqual(before[1]);
  await checkIndex();
});

async function schema(): Promise<string[]> {
  const sql =
    "SELECT sql FROM sqlite_master WHERE name IN ('posts_text', 'posts_search') ORDER BY name";
  const { results } = await env.DB.prepare(sql).all<{ sql: string }>();
  return results.map((row) => row.sql.replace(/--.*/g, "").replace(/\s+/g, ""));
}
