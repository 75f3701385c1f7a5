// npm run bench: what pages cost, compared with bare Workers that were measured in the same run.
import "./build.ts";
import { fill } from "../bench/fill.ts";
import { load, type Target } from "../bench/load.ts";
import { add, HEAD, line, type Measured, ratio } from "../bench/report.ts";
import { type BenchWorld, openWorld } from "../bench/world.ts";

const ROUNDS = 41;
/** Requests of each target in a round. */
const REQUESTS = 250;
/** More than an isolate keeps hot, so that each is read from KV. */
const STORED = 150;

const failures: string[] = [];
const world = await openWorld();
try {
  await measureCold();
  await measureLoad();
} finally {
  await world.close();
}
for (const failure of failures) console.error(`FAILED: ${failure}`);
process.exit(failures.length === 0 ? 0 : 1);

async function measureLoad(): Promise<void> {
  await fill(world.db, 300, STORED);
  await world.cron();
  const posts = Array.from({ length: STORED }, (_, at) => `/p/${at + 1}/`);
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
  hold("hot page / bare Worker from memory", ratio(hot, memory), 0.7);
  hold("304 / bare Worker from memory", ratio(known, memory), 0.7);
  hold("page from KV / bare Worker that reads KV", ratio(stored, kv), 0.8);
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

function hold(name: string, value: number, bound: number): void {
  console.log(`${name.padEnd(44)}${value.toFixed(2)}   at least ${bound}`);
  if (value < bound) failures.push(`${name} is ${value.toFixed(2)}, below ${bound}`);
}

/** What a page costs that nobody asked for before, however many posts there are. */
async function measureCold(): Promise<void> {
  console.log("\nA cold page             posts   D1 trips   rows beside 9 comments");
  for (const [round, posts] of [100, 10_000, 100_000].entries()) {
    await fill(world.db, posts, 10);
    // Each time another one, since the isolate keeps what it has read.
    const response = await fetch(new URL(`/p/${round + 1}/`, world.blog));
    const timing = response.headers.get("Server-Timing") ?? "";
    const [, trips = "", rows = ""] = /trips=(\d+) rows=(\d+)/.exec(timing) ?? [];
    const beside = Number(rows) - 9;
    console.log(`${String(posts).padStart(29)}${trips.padStart(11)}${String(beside).padStart(11)}`);
    if (Number(trips) !== 1) failures.push(`a cold page of ${posts} posts took ${trips} trips`);
    if (beside > 100) failures.push(`a cold page of ${posts} posts read ${beside} rows`);
  }
}
