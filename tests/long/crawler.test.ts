import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { Isolate } from "../../worker/cache/isolate.ts";
import type { RefreshMessage } from "../../worker/jobs/messages.ts";
import { costOf } from "../support/blog.ts";
import { consume, counting, noMemory } from "../support/cache.ts";
import { type Circumstances, realClock, visitIn } from "../support/house.ts";
import { haveManyPosts } from "../support/many.ts";

const POSTS = 2_000;
const ISOLATES = 50;
const POST = "/p/7/";

beforeAll(async () => {
  await haveManyPosts(POSTS);
  await consume([{ kind: "check" }]);
}, 60_000);

/** The queue, gathering what the requests send. */
function gathering(): { queue: Queue; sent: RefreshMessage[] } {
  const sent: RefreshMessage[] = [];
  const send = async (message: RefreshMessage) => void sent.push(message);
  return { queue: { send } as unknown as Queue, sent };
}

/** Milliseconds: by then a page has left the isolate's memory. */
const later = { ...realClock, now: () => Date.now() + 60_000 };

/** Every post, each in one of the isolates. */
async function walk(isolates: readonly Isolate[], circumstances: Circumstances): Promise<void> {
  for (let first = 1; first <= POSTS; first += ISOLATES)
    await Promise.all(
      isolates.map((isolate, at) =>
        visitIn({ isolate, ...circumstances }, `/p/${first + at}/`).then((page) => page.text()),
      ),
    );
}

test("a crawler that walks over 2,000 posts from 50 isolates costs at most 400 KV writes", async () => {
  const { queue: REFRESH, sent } = gathering();
  const CACHE = counting(env.CACHE);
  const isolates = Array.from({ length: ISOLATES }, () => new Isolate());
  await walk(isolates, { env: { CACHE, REFRESH } });
  expect(sent).toEqual([]);
  await walk(isolates, { env: { CACHE, REFRESH }, clock: later });
  expect(CACHE.asked.filter((name) => /^(put|delete)/.test(name))).toEqual([]);
  // Ten an hour from each isolate.
  expect(sent.length).toBe(ISOLATES * 10);
  const memory = noMemory();
  let waiting = sent;
  while (waiting.length > 0) {
    const batch = waiting.slice(0, 50);
    waiting = [...waiting.slice(50), ...(await consume(batch, { CACHE, memory }))];
  }
  const puts = CACHE.asked.filter((name) => name.startsWith("put"));
  expect(puts.filter((name) => name !== "put site").length).toBe(400);
  expect(puts.length).toBeLessThanOrEqual(402);
}, 120_000);

test("when the day's admissions are spent, nobody asks for more", async () => {
  await env.DB.prepare("UPDATE caches SET put_at = ''").run();
  await consume([{ kind: "check" }]);
  const { queue: REFRESH, sent } = gathering();
  const isolate = new Isolate();
  for (const clock of [realClock, later, { ...realClock, now: () => Date.now() + 120_000 }])
    await visitIn({ isolate, clock, env: { REFRESH } }, "/p/1999/");
  expect(sent).toEqual([]);
});

test("addresses that are none cost no KV write and ask for none", async () => {
  const { queue: REFRESH, sent } = gathering();
  const CACHE = counting(env.CACHE);
  const isolate = new Isolate();
  for (let n = 0; n < 300; n++)
    for (const method of ["GET", "HEAD"])
      await visitIn({ isolate, env: { CACHE, REFRESH } }, `/none/${n % 100}/`, { method });
  expect(sent).toEqual([]);
  expect(CACHE.asked.filter((name) => /^(put|delete)/.test(name))).toEqual([]);
});

test("100,000 spellings of a query are one page: no D1, and nothing is written", async () => {
  const isolate = new Isolate();
  await visitIn({ isolate }, POST);
  await visitIn({ isolate }, POST);
  const CACHE = counting(env.CACHE);
  const REFRESH = { send: () => Promise.reject(new Error("Nothing to say")) } as unknown as Queue;
  const moment = Date.now();
  const clock = { ...realClock, now: () => moment };
  for (let a = 1; a <= 100_000; a++) {
    const answer = await visitIn({ isolate, clock, env: { CACHE, REFRESH } }, `${POST}?a=${a}`);
    if (costOf(answer)["queries"] !== 0) throw new Error(`?a=${a} asked D1`);
  }
  expect(CACHE.asked.filter((name) => /^(put|delete)/.test(name))).toEqual([]);
}, 60_000);
