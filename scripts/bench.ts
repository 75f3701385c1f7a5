// npm run bench: what pages cost, compared with bare Workers that were measured in the same run.
import "./build.ts";
import { cpuOfWorkerd } from "../bench/cpu.ts";
import { fill } from "../bench/fill.ts";
import { failures, holdLeast, holdMost } from "../bench/hold.ts";
import { load, type Target } from "../bench/load.ts";
import { add, HEAD, line, type Measured, median, ratio } from "../bench/report.ts";
import { type BenchWorld, openWorld, startOnce } from "../bench/world.ts";

const ROUNDS = 41;
/** Requests of each target in a round. */
const REQUESTS = 250;
/** Requests over which CPU is measured. */
const CPU_REQUESTS = 1_000;
/** More than an isolate keeps hot, so that each is read from KV. */
const STORED = 150;

const world = await openWorld();
try {
  await measureCold();
  await measureCpu("cold page", range(1_001, 2_000), 5);
  await measureLoad();
  // What simulates KV here works more than the Worker does.
  await measureCpu("page from KV", range(1, STORED), 1, [world.kv, range(1, STORED)]);
  await measureCpu("hot page", ["/p/1/"], 1);
} finally {
  await world.close();
}
await measureStart();
for (const failure of failures) console.error(`FAILED: ${failure}`);
process.exit(failures.length === 0 ? 0 : 1);

async function measureLoad(): Promise<void> {
  await fill(world.db, 300, STORED);
  await world.cron();
  const posts = range(1, STORED);
  await world.admit([...posts, "/", "/feed.xml"]);
  const measured = (await targets(world, posts)).map(
    (target): Measured => ({ target, rates: [], latencies: [] }),
  );
  for (const { target } of measured) await load(target, REQUESTS);
  for (let round = 0; round < ROUNDS; round++)
    for (const one of measured) add(one, await load(one.target, REQUESTS));
  console.log(`\n${HEAD}\n${measured.map(line).join("\n")}\n`);
  const [memory, kv, hot, stored, , , known] = measured as [
    Measured,
    Measured,
    Measured,
    Measured,
    Measured,
    Measured,
    Measured,
  ];
  holdLeast("hot page / bare Worker from memory", ratio(hot, memory), 0.7);
  holdLeast("304 / bare Worker from memory", ratio(known, memory), 0.7);
  holdLeast("page from KV / bare Worker that reads KV", ratio(stored, kv), 0.8);
}

async function targets(
  { blog, memory, kv }: BenchWorld,
  posts: readonly string[],
): Promise<Target[]> {
  const page = posts[0] as string;
  const sample = await fetch(new URL(page, blog), { headers: { "Accept-Encoding": "identity" } });
  const headers = [...sample.headers].filter(([name]) => name !== "content-length");
  const body = Buffer.from(await sample.arrayBuffer());
  for (const bare of [memory, kv])
    for (const path of posts)
      await fetch(new URL(path, bare), {
        ...{ method: "PUT", body },
        headers: { "X-Headers": JSON.stringify(headers) },
      });
  const etag = sample.headers.get("ETag");
  const ok = { status: 200 };
  return [
    { name: "bare Worker, from memory", url: memory, paths: [page], ...ok },
    { name: "bare Worker, from KV", url: kv, paths: posts, ...ok },
    { name: "post page, hot", url: blog, paths: [page], ...ok },
    { name: "post page, from KV", url: blog, paths: posts, ...ok },
    { name: "front page", url: blog, paths: ["/"], ...ok },
    { name: "feed", url: blog, paths: ["/feed.xml"], ...ok },
    { name: "304", url: blog, paths: [page], headers: `If-None-Match: ${etag}\r\n`, status: 304 },
  ];
}

/** CPU of workerd for a page, less what an empty Worker takes, or another that does the same part of it. */
async function measureCpu(
  name: string,
  paths: readonly string[],
  bound: number,
  less: readonly [URL, readonly string[]] = [world.memory, ["/empty"]],
): Promise<void> {
  const cpuOf = async (url: URL, asked: readonly string[]) => {
    const target = { name, url, paths: asked, status: 200 };
    const begun = cpuOfWorkerd();
    await load(target, CPU_REQUESTS);
    return (cpuOfWorkerd() - begun) / CPU_REQUESTS;
  };
  await load({ name, url: world.memory, paths: ["/empty"], status: 200 }, REQUESTS);
  const page = await cpuOf(world.blog, paths);
  holdMost(`CPU of a ${name}, ms`, page - (await cpuOf(...less)), bound);
}

/** CPU until the first answer, less an empty Worker's; the median of five. */
async function measureStart(): Promise<void> {
  const used: number[] = [];
  for (let time = 0; time < 5; time++) {
    const blog = await startOnce("blog", cpuOfWorkerd);
    used.push(blog - (await startOnce("empty", cpuOfWorkerd)));
  }
  holdMost("CPU of the Worker's start, ms", median(used), 50);
}

/** Paths of posts. */
function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => `/p/${first + at}/`);
}

/** Rows of the dearest questions: words that stand in every post, and beginnings of them. */
async function measureSearch(posts: number): Promise<void> {
  for (const question of ["text", "tex", "te xt", "a*", "beitrag rest und text"]) {
    const address = new URL(`/search/?q=${encodeURIComponent(question)}`, world.blog);
    const response = await fetch(address);
    const [, rows = "NaN"] = /rows=(\d+)/.exec(response.headers.get("Server-Timing") ?? "") ?? [];
    if (!(response.status === 200 && Number(rows) <= 200))
      failures.push(`a search for "${question}" in ${posts} posts read ${rows} rows`);
  }
}

/** What a page costs that nobody asked for before, however many posts there are. */
async function measureCold(): Promise<void> {
  console.log("\nA cold page             posts   D1 trips   rows beside 9 comments");
  for (const [round, posts] of [100, 10_000, 100_000].entries()) {
    await fill(world.db, posts, 2_000);
    // Each time another one, since the isolate keeps what it has read.
    const response = await fetch(new URL(`/p/${round + 1}/`, world.blog));
    const timing = response.headers.get("Server-Timing") ?? "";
    const [, trips = "", rows = ""] = /trips=(\d+) rows=(\d+)/.exec(timing) ?? [];
    const beside = Number(rows) - 9;
    console.log(`${String(posts).padStart(29)}${trips.padStart(11)}${String(beside).padStart(11)}`);
    await measureSearch(posts);
    if (Number(trips) !== 1) failures.push(`a cold page of ${posts} posts took ${trips} trips`);
    if (beside > 100) failures.push(`a cold page of ${posts} posts read ${beside} rows`);
  }
}
