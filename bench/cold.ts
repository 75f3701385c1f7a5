// What is read for what nobody asked for before.
import { fill } from "./fill.ts";
import { failures } from "./hold.ts";
import type { BenchWorld } from "./world.ts";

/** What a page costs that nobody asked for before, however many posts there are. */
export async function measureCold(world: BenchWorld): Promise<void> {
  console.log("\nA cold page             posts   D1 trips   rows beside 9 comments");
  for (const [round, posts] of [100, 10_000, 100_000].entries()) {
    await fill(world.db, posts, 2_000);
    // Each time another one, since the isolate keeps what it has read.
    const response = await fetch(new URL(`/p/${round + 1}/`, world.blog));
    const timing = response.headers.get("Server-Timing") ?? "";
    const [, trips = "", rows = ""] = /trips=(\d+) rows=(\d+)/.exec(timing) ?? [];
    const beside = Number(rows) - 9;
    console.log(`${String(posts).padStart(29)}${trips.padStart(11)}${String(beside).padStart(11)}`);
    await measureSearch(world, posts);
    if (Number(trips) !== 1) failures.push(`a cold page of ${posts} posts took ${trips} trips`);
    if (beside > 100) failures.push(`a cold page of ${posts} posts read ${beside} rows`);
  }
}

/** Rows of the dearest questions: words that stand in every post, and beginnings of them. */
async function measureSearch({ blog }: BenchWorld, posts: number): Promise<void> {
  for (const question of ["text", "tex", "te xt", "a*", "beitrag rest und text"]) {
    const address = new URL(`/search/?q=${encodeURIComponent(question)}`, blog);
    const response = await fetch(address);
    const [, rows = "NaN"] = /rows=(\d+)/.exec(response.headers.get("Server-Timing") ?? "") ?? [];
    if (!(response.status === 200 && Number(rows) <= 200))
      failures.push(`a search for "${question}" in ${posts} posts read ${rows} rows`);
  }
}
