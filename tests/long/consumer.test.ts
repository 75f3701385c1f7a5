import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Isolate } from "../../worker/cache/isolate.ts";
import { SITE_KEY } from "../../worker/cache/site-entry.ts";
import { draftComment, draftPost } from "../support/blog.ts";
import { approve, consume, counting, noMemory, owed, publish } from "../support/cache.ts";
import { sentByCron, startAnew, storedSite } from "../support/consumer.ts";
import { ORIGIN, visitIn } from "../support/house.ts";

const POST = "/2010/03/hallo/";
const MINUTE = 60_000;

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await startAnew();
});

describe("the site entry", () => {
  test("is put again after a restore with a new generation, and every older page is stale", async () => {
    const memory = noMemory();
    await consume([{ kind: "check" }], { memory });
    const site = await env.DB.prepare("SELECT json FROM site").first<string>("json");
    await approve(draftComment("hallo", "Zukunft"));
    await consume(await owed(), { memory });
    expect(await text(POST)).toContain("Zukunft");
    const before = await storedSite();
    // As Time Travel leaves it: the rows of before, and nobody is told.
    await env.DB.batch([
      env.DB.prepare("DELETE FROM changes"),
      env.DB.prepare("DELETE FROM comments"),
      env.DB.prepare("UPDATE caches SET put_seq = 0"),
      env.DB.prepare("UPDATE site SET json = ?1").bind(site),
    ]);
    expect(await sentByCron(0)).toEqual([{ kind: "check" }]);
    await consume([{ kind: "check" }], { memory });
    const after = await storedSite();
    expect(after?.generation).not.toBe(before?.generation);
    expect(await text(POST)).not.toContain("Zukunft");
  });

  test("says with the last write of the day's reserve that D1 is to be read", async () => {
    const day = new Date().toISOString().slice(0, 10);
    await env.DB.prepare("INSERT INTO kv_writes VALUES (?1, 'site', 299)").bind(day).run();
    await consume([{ kind: "check" }]);
    expect((await storedSite())?.direct).toBe(true);
    await approve(draftComment("hallo", "Wort"));
    const CACHE = counting(env.CACHE);
    await consume(await owed(), { CACHE });
    expect(CACHE.asked.filter((name) => name === `put ${SITE_KEY}`)).toEqual([]);
    const response = await visitIn({}, POST);
    expect(response.headers.get("Server-Timing")).toContain('cache;desc="render"');
    expect(await response.text()).toContain("Wort");
    // The next day has a reserve of its own.
    expect(await sentByCron(24 * 60 * MINUTE)).toContainEqual({ kind: "check" });
  });

  test("that KV refuses is tried again, and costs nothing of the reserve", async () => {
    const CACHE = refusing(env.CACHE);
    await expect(consume([{ kind: "check" }], { CACHE })).rejects.toThrow("429");
    const spent = await env.DB.prepare("SELECT spent FROM kv_writes WHERE kind = 'site'").first();
    expect(spent).toEqual({ spent: 0 });
    await consume([{ kind: "check" }]);
    expect(await storedSite()).not.toBeNull();
  });

  test("renders few pages in one invocation, and leaves a message for the rest", async () => {
    await consume([{ kind: "check" }]);
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await publish(draftPost(`p${n}`, { path: `/p${n}/` }));
    const CACHE = counting(env.CACHE);
    const rest = await consume(await owed(), { CACHE });
    const puts = CACHE.asked.filter((name) => name.startsWith(`put ${ORIGIN}`));
    expect(puts).toHaveLength(5);
    expect(rest).toMatchObject([{ kind: "store", as: "write", origin: ORIGIN }]);
    await consume(rest, { CACHE });
    expect(CACHE.asked.filter((name) => name.startsWith(`put ${ORIGIN}`)).length).toBe(10);
  });
});

const text = async (path: string) => (await visitIn({ isolate: new Isolate() }, path)).text();

const refusing = (kv: KVNamespace): KVNamespace =>
  new Proxy(kv, {
    get(target, name) {
      if (name === "put") return () => Promise.reject(new Error("KV PUT failed: 429"));
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
