// The blog and the bare Workers it is compared with, side by side in one Miniflare.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readD1Migrations } from "@cloudflare/vitest-plugin";
import type { D1Database, KVNamespace } from "@cloudflare/workers-types";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";

const BUNDLE = "dist/bench";

/** Answers each path with bytes and headers that it was given; from memory, or from KV, as `FROM` says. */
const BARE = `
let kept = new Map();
export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (request.method === "PUT") {
      const entry = { bytes: await request.arrayBuffer(), headers: JSON.parse(request.headers.get("X-Headers")) };
      kept.set(pathname, entry);
      if (env.FROM === "kv") await env.CACHE.put(pathname, entry.bytes);
      return new Response(null, { status: 204 });
    }
    if (!kept.has(pathname)) return new Response(null);
    const { bytes, headers } = kept.get(pathname);
    if (env.FROM === "memory") return new Response(bytes, { headers });
    return new Response(await env.CACHE.get(pathname, "arrayBuffer"), { headers });
  },
};`;

export interface BenchWorld {
  readonly blog: URL;
  readonly memory: URL;
  readonly kv: URL;
  readonly db: D1Database;
  readonly cache: KVNamespace;
  /** Runs cron once. */
  readonly cron: () => Promise<unknown>;
  /** Asks the consumer to store pages, and waits until they are. */
  readonly admit: (paths: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a workerd with the blog, or an empty Worker in its place, asks it once, and ends it; `work` is called before that. */
export async function startOnce(which: "blog" | "empty", work: () => number): Promise<number> {
  const blog = blogWorker();
  // With the same bindings: what simulates them starts, too.
  const worker = which === "blog" ? blog : { ...blog, script: BARE };
  const miniflare = new Miniflare(convertV4MiniflareOptions({ workers: [worker] } as never));
  await miniflare.ready;
  // An address that asks for no binding.
  const answer = await fetch(
    new URL("/robots.txt", await miniflare.unsafeGetDirectURL(worker.name)),
  );
  await answer.arrayBuffer();
  const used = work();
  await miniflare.dispose();
  return used;
}

/** Starts everything, with an empty and migrated database. */
export async function openWorld(): Promise<BenchWorld> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({ workers: [blogWorker(), bare("memory"), bare("kv")] } as never),
  );
  await miniflare.ready;
  const direct = (name: string) => miniflare.unsafeGetDirectURL(name);
  const db = (await miniflare.getD1Database("DB", "blog")) as unknown as D1Database;
  const cache = (await miniflare.getKVNamespace("CACHE", "blog")) as unknown as KVNamespace;
  for (const { queries } of await readD1Migrations("migrations"))
    await db.batch(queries.map((query) => db.prepare(query)));
  const blog = await direct("blog");
  const worker = await miniflare.getWorker("blog");
  const queue = await miniflare.getQueueProducer("REFRESH", "blog");
  return {
    ...{ blog, db, cache, memory: await direct("memory"), kv: await direct("kv") },
    cron: () => worker.scheduled({}),
    admit: async (paths) => {
      for (const path of paths) await queue.send({ kind: "admit", origin: blog.origin, path });
      for (const path of paths)
        while ((await cache.get(blog.origin + path)) === null) await wait(20);
    },
    close: () => miniflare.dispose(),
  };
}

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const setting = (name: string): string =>
  new RegExp(`^${name} = "([^"]*)"`, "m").exec(readFileSync("wrangler.toml", "utf8"))?.[1] ?? "";

/** So high that none of them is met. */
const LIMITS = ["SEARCH_LIMIT", "COMMENT_LIMIT", "POST_LIMIT", "BLOG_LIMIT", "DESK_LIMIT"];

function blogWorker() {
  const args = ["deploy", "--dry-run", "--outdir", BUNDLE];
  const { status, stderr } = spawnSync("wrangler", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`The Worker could not be bundled: ${stderr}`);
  return {
    ...common("blog"),
    script: readFileSync(`${BUNDLE}/index.js`, "utf8"),
    compatibilityFlags: ["nodejs_compat"],
    bindings: { ORIGIN: "" },
    d1Databases: { DB: "blog" },
    kvNamespaces: { CACHE: "blog" },
    r2Buckets: { MEDIA: "blog" },
    ratelimits: Object.fromEntries(
      LIMITS.map((name, at) => [
        name,
        { namespace_id: `${at + 1}`, simple: { limit: 100_000, period: 60 } },
      ]),
    ),
    queueProducers: { REFRESH: "refresh", JOBS: "jobs" },
    queueConsumers: { refresh: { maxBatchSize: 5, maxBatchTimeout: 0 } },
  };
}

const bare = (from: "memory" | "kv") => ({
  ...common(from),
  script: BARE,
  bindings: { FROM: from },
  kvNamespaces: { CACHE: "bare" },
});

const common = (name: string) => ({
  name,
  modules: true,
  compatibilityDate: setting("compatibility_date"),
  unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
});
