import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { SITE_KEY } from "../../worker/cache/site-entry.ts";
import { brokenDb } from "../support/broken.ts";
import { consume, counting, noMemory } from "../support/cache.ts";
import { ORIGIN, realClock, visitIn } from "../support/house.ts";
import { POST, useWarmBlog } from "../support/warm.ts";

useWarmBlog();

/** Now, so many seconds later. */
const later = (seconds: number) => ({ ...realClock, now: () => Date.now() + seconds * 1_000 });

test.each([
  ["{", {}],
  ["cut off", { bytes: 10_000 }],
  ["of no known shape", null],
  ["", undefined],
  ["<!doctype html><html>another page</html>", { bytes: 40 }],
])("an entry that is %s is none", async (value, changes) => {
  const key = ORIGIN + POST;
  const { metadata } = await env.CACHE.getWithMetadata<object>(key);
  const damaged = changes && { ...metadata, ...changes };
  await env.CACHE.put(key, value, damaged ? { metadata: damaged } : {});
  const response = await visitIn({}, POST);
  expect(response.status).toBe(200);
  expect(response.headers.get("Server-Timing")).toContain('cache;desc="render"');
  expect(await response.text()).toContain("</html>");
  await consume([{ kind: "admit", origin: ORIGIN, path: POST }]);
  const mended = await visitIn({}, POST);
  expect(mended.headers.get("Server-Timing")).toContain('cache;desc="kv"');
});

test.each(["{", "null", '{"version":99}', '{"version":1,"seq":1}'])(
  "a site entry that is %s is none",
  async (value) => {
    await env.CACHE.put(SITE_KEY, value);
    const response = await visitIn({}, POST);
    expect(response.status).toBe(200);
    expect(response.headers.get("Server-Timing")).toContain('cache;desc="render"');
    await consume([{ kind: "check" }], { memory: noMemory() });
  },
);

test("a site entry that nobody checked for 20 minutes is not believed while D1 answers", async () => {
  const response = await visitIn({ clock: later(20 * 60) }, POST);
  expect(response.headers.get("Server-Timing")).toContain('cache;desc="render"');
  const { DB } = brokenDb("fails");
  const without = await visitIn({ clock: later(20 * 60), env: { DB } }, POST);
  expect(without.status).toBe(200);
});

test("a page is never stored that is an error, a redirect or for once", async () => {
  const CACHE = counting(env.CACHE);
  const paths = ["/none/", "/2010/03/hallo", "/page/1/", "/page/999/", "/media/x/y", "/no%2fway/"];
  for (const path of paths) await consume([{ kind: "admit", origin: ORIGIN, path }], { CACHE });
  expect(CACHE.asked.filter((name) => name.startsWith("put"))).toEqual([]);
});
