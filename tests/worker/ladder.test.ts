import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { Isolate } from "../../worker/cache/isolate.ts";
import { costOf, draftComment, draftPost, haveComments, havePosts, term } from "../support/blog.ts";
import { approve, consume, counting, noMemory, owed, publish } from "../support/cache.ts";
import { ORIGIN, visitIn } from "../support/house.ts";

const POST = "/2010/03/hallo/";

beforeAll(async () => {
  await havePosts(draftPost("hallo", { tags: [term("Tag")] }), draftPost("welt"));
  await haveComments(draftComment("hallo", "Wort"));
  await consume([{ kind: "check" }]);
});

const sourceOf = (response: Response): string =>
  /cache;desc="(\w+)"/.exec(response.headers.get("Server-Timing") ?? "")?.[1] ?? "";

/** The same page from D1, from KV and from the isolate. */
async function climb(path: string): Promise<[rendered: Response, stored: Response, hot: Response]> {
  const rendered = await visitIn({}, path);
  await consume([{ kind: "admit", origin: ORIGIN, path }]);
  const isolate = new Isolate();
  const stored = await visitIn({ isolate }, path);
  // What is asked for twice is kept hot.
  await visitIn({ isolate }, path);
  return [rendered, stored, await visitIn({ isolate }, path)];
}

describe.each([
  "/",
  POST,
  "/tags/tag/",
  "/feed.xml",
  "/feed.json",
  `${POST}atom.xml`,
  "/sitemap.xml",
])("%s", (path) => {
  test("is the same from D1, from KV and from the isolate, and costs less each time", async () => {
    const answers = await climb(path);
    expect(answers.map(sourceOf)).toEqual(["render", "kv", "hot"]);
    const costs = answers.map(costOf);
    expect(costs[0]).toMatchObject({ trips: 1 });
    // One read for the page, and one for the site entry, which serves for 15 seconds.
    expect(costs[1]).toMatchObject({ queries: 0, trips: 0, rows: 0, reads: 2, writes: 0 });
    expect(costs[2]).toMatchObject({ queries: 0, trips: 0, rows: 0, reads: 0, writes: 0 });
    const [first, ...others] = await Promise.all(
      answers.map(async (answer) => [
        [...answer.headers].filter(([name]) => name !== "server-timing"),
        await answer.text(),
      ]),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  test("is not sent again to who has it, warm and without D1", async () => {
    const isolate = new Isolate();
    await visitIn({ isolate }, path);
    const etag = (await visitIn({ isolate }, path)).headers.get("ETag") ?? "";
    const again = await visitIn({ isolate }, path, { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(costOf(again)).toMatchObject({ queries: 0, reads: 0 });
  });
});

test("a second page costs one read of KV, since the isolate knows the site entry", async () => {
  const isolate = new Isolate();
  await climb("/");
  await climb(POST);
  await visitIn({ isolate }, "/");
  const second = await visitIn({ isolate }, POST);
  expect(sourceOf(second)).toBe("kv");
  expect(costOf(second)).toMatchObject({ queries: 0, reads: 1 });
});

describe("what a change writes", () => {
  test("an approved comment: the site entry and the post's page", async () => {
    await climb("/");
    const kv = counting(env.CACHE);
    await approve(draftComment("hallo", "Neues Wort"));
    const messages = await owed();
    await consume(messages, { CACHE: kv });
    const puts = kv.asked.filter((name) => name.startsWith("put"));
    expect(puts).toEqual(["put site", `put ${ORIGIN}${POST}`]);
    expect(await owed()).toEqual([]);
    // The front page stays as it is in KV, and shows the comment and its count all the same.
    const front = await visitIn({}, "/");
    expect(sourceOf(front)).toBe("kv");
    const html = await front.text();
    expect(html.includes("Neues Wort")).toBe(true);
    expect(html.includes("2 comments")).toBe(true);
  });

  test("a message that comes twice writes nothing more", async () => {
    await approve(draftComment("hallo", "Zweimal"));
    const messages = await owed();
    const memory = noMemory();
    await consume(messages, { memory });
    const kv = counting(env.CACHE);
    await consume([...messages, ...messages], { CACHE: kv, memory });
    await consume(messages, { CACHE: kv });
    expect(kv.asked.filter((name) => name.startsWith("put"))).toEqual([]);
  });

  test("a published post: the site entry, its page, the front page and the main feeds", async () => {
    const kv = counting(env.CACHE);
    await publish(draftPost("neu", { publishedAt: "2011-01-01T10:00:00Z" }));
    await consume(await owed(), { CACHE: kv });
    const puts = kv.asked.filter((name) => name.startsWith("put")).map((name) => name.slice(4));
    expect(puts).toEqual([
      "site",
      ...["/2011/01/neu/", "/", "/feed.xml", "/atom.xml", "/feed.json"].map(
        (path) => ORIGIN + path,
      ),
    ]);
    expect(await (await visitIn({}, "/feed.xml")).text()).toContain("neu");
  });

  test("a draft changes nothing for anybody", async () => {
    await publish(draftPost("entwurf", { status: "draft" }));
    expect(await owed()).toEqual([]);
  });
});

test("concurrent misses of one page ask D1 a few times, not each", async () => {
  const isolate = new Isolate();
  const path = "/authors/anna/";
  const answers = await Promise.all(Array.from({ length: 500 }, () => visitIn({ isolate }, path)));
  const trips = answers.reduce((sum, answer) => sum + (costOf(answer)["trips"] ?? 0), 0);
  expect(trips).toBeLessThanOrEqual(5);
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
});
