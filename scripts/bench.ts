// npm run bench: what pages cost, compared with bare Workers that were measured in the same run.
import "./build.ts";
import { measureCold } from "../bench/cold.ts";
import { cpuOfWorkerd } from "../bench/cpu.ts";
import { fill } from "../bench/fill.ts";
import { failures, holdLeast, holdMost } from "../bench/hold.ts";
import { load, type Target } from "../bench/load.ts";
import { add, HEAD, line, type Measured, median, ratio } from "../bench/report.ts";
import { commentsTo, timeOfTwoHundred } from "../bench/talk.ts";
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
  await measureTalk();
  await measureCold(world);
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

/** What it takes to accept a comment, with what simulates D1, and to show 200 of them. */
async function measureTalk(): Promise<void> {
  holdMost("a page of 200 comments renders in, ms", await timeOfTwoHundred(), 3);
  await fill(world.db, 300, 0);
  const comments = commentsTo(world.blog, 300);
  await load(comments, REQUESTS);
  await load({ name: "empty", url: world.memory, paths: ["/empty"], status: 200 }, REQUESTS);
  const begun = cpuOfWorkerd();
  await load(comments, CPU_REQUESTS);
  const accepted = cpuOfWorkerd();
  await load({ name: "empty", url: world.memory, paths: ["/empty"], status: 200 }, CPU_REQUESTS);
  const empty = cpuOfWorkerd() - accepted;
  holdMost("CPU of an accepted comment, ms", (accepted - begun - empty) / CPU_REQUESTS, 10);
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
