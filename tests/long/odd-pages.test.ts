import { env } from "cloudflare:workers";
import { beforeAll, expect, test, vi } from "vitest";
import { Isolate } from "../../worker/cache/isolate.ts";
import { changePosts } from "../../worker/db/write/changes.ts";
import { relist } from "../../worker/db/write/relist.ts";
import {
  draftComment,
  draftPost,
  haveComments,
  havePosts,
  pageText,
  visit,
} from "../support/blog.ts";
import { brokenDb, brokenKv } from "../support/broken.ts";
import { approve, consume, counting, noMemory, owed } from "../support/cache.ts";
import { ORIGIN, realClock, visitIn } from "../support/house.ts";
import { haveManyComments } from "../support/many.ts";

const LONG = `/${"x".repeat(600)}/`;

beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await havePosts(
    draftPost("lang", { path: LONG }),
    draftPost("alt", { path: "/archives/12" }),
    draftPost("neu", { path: "/archives/12/" }),
    draftPost("eltern", { kind: "page", path: "/eltern/" }),
    draftPost("kind", { kind: "page", path: "/kind/" }),
  );
  await haveComments(draftComment("alt", "zum alten"), draftComment("neu", "zum neuen"));
  await consume([{ kind: "check" }]);
});

test("an address that is too long for a key is answered all the same", async () => {
  const response = await visit(LONG);
  expect(response.status).toBe(200);
  expect(response.headers.get("Cache-Control")).toContain("public");
});

test("two posts whose paths differ by the last slash have each their own discussion", async () => {
  expect(await pageText("/archives/12")).toContain("zum alten");
  expect(await pageText("/archives/12/")).toContain("zum neuen");
});

test("the second page of comments stands below a path without a slash, too", async () => {
  await havePosts(draftPost("viel", { path: "/archives/77" }));
  const post = await env.DB.prepare("SELECT id FROM posts WHERE slug = 'viel'").first<number>("id");
  await haveManyComments(post ?? 0, 250);
  const response = await visit("/archives/77/comment-page-2/");
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("Wort 201");
});

test("what D1 is not asked for is never stored, and nobody asks for it to be", async () => {
  const CACHE = counting(env.CACHE);
  for (let n = 0; n < 3; n++)
    await consume([{ kind: "admit", origin: ORIGIN, path: "/robots.txt" }], { CACHE });
  expect(CACHE.asked.filter((name) => name.startsWith(`put ${ORIGIN}`))).toEqual([]);
  const sent: unknown[] = [];
  const REFRESH = { send: async (body: unknown) => void sent.push(body) } as unknown as Queue;
  const isolate = new Isolate();
  for (let n = 0; n < 5; n++) {
    const clock = { ...realClock, now: () => Date.now() + n * 20_000 };
    await visitIn({ isolate, clock, env: { REFRESH } }, "/robots.txt");
  }
  expect(sent).toEqual([]);
});

test("a static page that leaves takes its comments out of their feed", async () => {
  const parent = "(SELECT id FROM posts WHERE slug = 'eltern')";
  await env.DB.prepare(`UPDATE posts SET parent_id = ${parent} WHERE slug = 'kind'`).run();
  await approve(draftComment("kind", "GEHEIM", { createdAt: "2026-03-01T00:00:00Z" }));
  const memory = noMemory();
  await consume(await owed(), { memory });
  const path = "/comments/feed.xml";
  await consume([{ kind: "admit", origin: ORIGIN, path }], { memory });
  expect((await pageText(path)).includes("GEHEIM")).toBe(true);
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  const { before, after } = changePosts(env.DB, ["urn:test:kind"], { now, gone: true });
  const leave = env.DB.prepare(
    "UPDATE posts SET status = 'draft', text_stale = 1 WHERE slug = 'kind'",
  );
  await env.DB.batch([...before, leave, ...relist(env.DB, ["urn:test:kind"]), ...after]);
  await consume(await owed(), { memory });
  expect((await pageText(path)).includes("GEHEIM")).toBe(false);
});

test("a date says that a page changed when something left it", async () => {
  await approve(draftComment("neu", "bleibt nicht", { createdAt: "2026-02-01T00:00:00Z" }));
  const before = (await visit("/archives/12/")).headers.get("Last-Modified") ?? "";
  await new Promise((done) => setTimeout(done, 1_100));
  await env.DB.prepare("UPDATE comments SET status = 'trash' WHERE source = 'bleibt nicht'").run();
  await approve(draftComment("neu", "älter", { createdAt: "2010-01-01T00:00:00Z" }));
  const again = await visit("/archives/12/", { headers: { "If-Modified-Since": before } });
  expect(again.status).toBe(200);
});

test("a search waits for D1 no longer than a page does", async () => {
  const { DB } = brokenDb("hangs");
  const begun = Date.now();
  const response = await visitIn({ env: { DB } }, "/search/?q=wort");
  expect(response.status).toBe(503);
  expect(Date.now() - begun).toBeLessThan(2_500);
});

test("a read of KV that fails while D1 is away does not take the last good copies away", async () => {
  await consume([{ kind: "check" }]);
  await consume([{ kind: "admit", origin: ORIGIN, path: "/archives/12/" }]);
  const isolate = new Isolate();
  const { DB } = brokenDb("fails");
  const at = (seconds: number) => ({ ...realClock, now: () => Date.now() + seconds * 1_000 });
  expect((await visitIn({ isolate, env: { DB } }, "/archives/12/")).status).toBe(200);
  const CACHE = brokenKv("fails");
  await visitIn({ isolate, clock: at(16), env: { DB, CACHE } }, "/archives/12/");
  expect((await visitIn({ isolate, clock: at(18), env: { DB } }, "/archives/12/")).status).toBe(
    200,
  );
});
