import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { Isolate } from "../../worker/cache/isolate.ts";
import { SITE_KEY } from "../../worker/cache/site-entry.ts";
import { costOf, draftComment, draftPost } from "../support/blog.ts";
import { brokenDb, brokenKv } from "../support/broken.ts";
import { approve, consume, counting, noMemory, owed, publish } from "../support/cache.ts";
import { ORIGIN, visitIn } from "../support/house.ts";
import { POST, useWarmBlog, WARM } from "../support/warm.ts";

useWarmBlog();

describe.each(["fails", "hangs"] as const)("while D1 %s", (how) => {
  test.each(WARM)("%s is answered as if nothing were", async (path) => {
    const { DB, asked } = brokenDb(how);
    const response = await visitIn({ env: { DB } }, path);
    expect(response.status).toBe(200);
    expect((await response.text()).length).toBeGreaterThan(200);
    expect(asked.batches).toBe(0);
  });

  test.each(WARM)("%s is answered though it is stale, from its last good copy", async (path) => {
    await publish(draftPost(`neu-${how}-${WARM.indexOf(path)}`));
    await consume((await owed()).filter(({ kind }) => kind === "change").slice(-1), {
      memory: noMemory(),
    });
    await env.CACHE.put(SITE_KEY, JSON.stringify(await siteEntryThatTouched("site")));
    const { DB } = brokenDb(how);
    const response = await visitIn({ env: { DB } }, path);
    expect(response.status).toBe(200);
    expect(response.headers.get("Server-Timing")).toContain('cache;desc="stale"');
  });

  test("what was never read is a small apology that asks nobody for anything", async () => {
    const { DB } = brokenDb(how);
    const CACHE = counting(env.CACHE);
    const response = await visitIn({ env: { DB, CACHE } }, "/2010/03/welt/comment-page-9/");
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("30");
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
    expect((await response.text()).length).toBeLessThan(20_000);
    // The site entry and the page were looked for before; the apology itself costs nothing.
    expect(CACHE.asked.length).toBeLessThanOrEqual(2);
  });
});

/** The site entry in KV, as if everything with this tag had changed just now. */
async function siteEntryThatTouched(tag: string) {
  const { shortTag } = await import("../../worker/cache/tags.ts");
  const site = (await env.CACHE.get(SITE_KEY, "json")) as {
    tags: Record<string, number>;
    seq: number;
  };
  const seq = site.seq + 1;
  return { ...site, seq, tags: { ...site.tags, [shortTag(tag)]: seq, "*": seq } };
}

test("what was removed is not answered from a last good copy", async () => {
  await approve(draftComment("hallo", "KANARI", { publicId: "kanari" }));
  await consume(await owed());
  await consume([{ kind: "admit", origin: ORIGIN, path: POST }]);
  expect(await (await visitIn({}, POST)).text()).toContain("KANARI");
  // D1 fails before the consumer can ask it: the message says what is gone.
  const seq = (await siteEntryThatTouched("x")).seq;
  const { results } = await env.DB.prepare("SELECT id FROM posts WHERE slug = 'hallo'").all();
  const tags = [`post:${results[0]?.["id"]}`, "comments"];
  const { DB } = brokenDb("fails");
  await consume([{ kind: "change", seq, tags, gone: true, at: "2026-01-01T00:00:00Z" }], { DB });
  for (const path of [POST, `${POST}feed.xml`, "/comments/feed.xml"]) {
    const response = await visitIn({ env: { DB } }, path);
    expect(response.status).toBe(503);
  }
  const front = await visitIn({ env: { DB } }, "/");
  expect(front.status).toBe(200);
  expect(await front.text()).not.toContain("KANARI");
});

describe.each(["fails", "hangs"] as const)("while KV %s", (how) => {
  test.each([...WARM, "/2010/03/welt/", "/archive/", "/sitemap.xml"])(
    "%s is answered",
    async (path) => {
      const isolate = new Isolate();
      const CACHE = brokenKv(how);
      const begun = Date.now();
      const response = await visitIn({ isolate, env: { CACHE } }, path);
      expect(response.status).toBe(200);
      // Once for all of the isolate's readers, and not once for each of them.
      await Promise.all(WARM.map((other) => visitIn({ isolate, env: { CACHE } }, other)));
      expect(Date.now() - begun).toBeLessThan(1_500);
      const again = await visitIn({ isolate, env: { CACHE } }, path);
      expect(costOf(again)).toMatchObject({ queries: 0, reads: 0 });
    },
  );
});
