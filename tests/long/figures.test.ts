import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import type { Figures } from "../../src/admin-api/figures.ts";
import { Isolate } from "../../worker/cache/isolate.ts";
import { countOnce } from "../../worker/jobs/figures.ts";
import { parseJob } from "../../worker/jobs/messages.ts";
import { haveBrowser } from "../support/app.ts";
import { draftPost, havePosts } from "../support/blog.ts";
import { failingQueue, OneFailure } from "../support/failing.ts";
import { visitIn } from "../support/house.ts";

const HELLO = "/2010/03/hello/";
const BROWSER = { "Sec-Fetch-Mode": "navigate", "CF-Connecting-IP": "203.0.113.77" };

beforeAll(() => havePosts(draftPost("hello"), draftPost("größe", { path: "/2010/03/größe/" })));

/** An isolate whose clock a test moves, and the messages that leave it. */
function isolateAt(start: number) {
  const isolate = new Isolate();
  const queue = failingQueue(new OneFailure(-1, "before"));
  let now = start;
  const clock = { now: () => now, after: () => () => {} };
  const ask = (path: string, headers: Record<string, string> = BROWSER) =>
    visitIn({ isolate, clock, env: { JOBS: queue } }, path, { headers });
  const wait = (milliseconds: number) => {
    now += milliseconds;
  };
  return { ask, queue, wait };
}

const START = Date.parse("2026-05-01T12:00:00Z");

test("an isolate tells sums from 50 reads on, and at most once in ten minutes", async () => {
  const { ask, queue, wait } = isolateAt(START);
  for (let at = 0; at < 49; at++) await ask(HELLO);
  expect(queue.bodies).toEqual([]);
  await ask("/2010/03/gr%C3%B6%C3%9Fe/", {
    ...BROWSER,
    Referer: "https://nachbarin.test/x?y=geheim",
  });
  expect(queue.bodies).toHaveLength(1);
  for (let at = 0; at < 60; at++) await ask(HELLO);
  expect(queue.bodies).toHaveLength(1);
  wait(10 * 60_000);
  await ask(HELLO);
  expect(queue.bodies).toHaveLength(2);
  expect(queue.bodies[0]).toMatchObject({
    ...{ kind: "figures", day: "2026-05-01", reads: { [HELLO]: 49, "/2010/03/größe/": 1 } },
    referrers: { "nachbarin.test": 1 },
  });
  expect(JSON.stringify(queue.bodies)).not.toMatch(/203\.0\.113|geheim/);
});

test("programs and pages that are fetched ahead are no reads", async () => {
  const { ask, queue } = isolateAt(START);
  for (let at = 0; at < 60; at++) {
    await ask(HELLO, { "User-Agent": "bot" });
    await ask(HELLO, { ...BROWSER, "Sec-Purpose": "prefetch" });
  }
  expect(queue.bodies).toEqual([]);
});

test("sums are added once, however often the message comes, and shown to authors", async () => {
  const { ask, queue } = isolateAt(START);
  const agent = (count: number) =>
    `Feedly/1.0 (+http://www.feedly.com/fetcher.html; ${count} subscribers; )`;
  await ask("/feed.xml", { "User-Agent": agent(40) });
  await ask("/feed.xml", { "User-Agent": agent(42) });
  for (let at = 0; at < 50; at++) await ask(HELLO, { ...BROWSER, Referer: "https://blog.test/" });
  const [message] = queue.bodies;
  const job = parseJob(message);
  if (job?.kind !== "figures") throw new Error("No figures were told");
  const today = new Date().toISOString().slice(0, 10);
  const figures = { ...job, day: today, reads: { ...job.reads, "/admin/": 5 } };
  for (let times = 0; times < 3; times++) await countOnce(env.DB, figures);
  const owner = await haveBrowser("owner");
  const shown: Figures = await (await owner.get("/api/figures")).json();
  expect(shown).toMatchObject({
    ...{ days: [{ day: today, reads: 50 }], posts: [{ path: HELLO, title: "hello", reads: 50 }] },
    ...{ feeds: [{ feed: "/feed.xml", subscribers: 42 }], referrers: [], edgeCache: false },
    readers: [{ reader: "Feedly", subscribers: 42 }],
  });
  expect((await owner.get("/api/figures?days=0")).status).toBe(422);
});
