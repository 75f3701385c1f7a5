import type { D1Database, D1Result } from "@cloudflare/workers-types";
import type { Path } from "../../../src/model.ts";

export interface FiguresRows {
  readonly days: readonly { readonly day: string; readonly reads: number }[];
  readonly posts: readonly {
    readonly path: Path;
    readonly title: string;
    readonly reads: number;
  }[];
  readonly feeds: readonly { readonly feed: Path; readonly subscribers: number }[];
  readonly readers: readonly { readonly reader: string; readonly subscribers: number }[];
  readonly referrers: readonly { readonly host: string; readonly count: number }[];
}

/** Sums since a day. Of feeds, what each feed reader said last. */
export async function findFigures(db: D1Database, since: string): Promise<FiguresRows> {
  const ask = (sql: string) => db.prepare(sql).bind(since);
  const latest = `SELECT feed, reader, count FROM (SELECT feed, reader, count,
      row_number() OVER (PARTITION BY feed, reader ORDER BY day DESC) AS place FROM subscribers WHERE day >= ?1)
    WHERE place = 1`;
  const [days, posts, feeds, readers, referrers] = (await db.batch([
    ask("SELECT day, sum(count) AS reads FROM reads WHERE day >= ?1 GROUP BY day ORDER BY day"),
    ask(`SELECT read.path, coalesce(p.title, '') AS title, read.reads
      FROM (SELECT path, sum(count) AS reads FROM reads WHERE day >= ?1 GROUP BY path ORDER BY reads DESC LIMIT 30) read
      LEFT JOIN posts p ON p.path = read.path ORDER BY read.reads DESC`),
    ask(
      `SELECT feed, sum(count) AS subscribers FROM (${latest}) GROUP BY feed ORDER BY subscribers DESC LIMIT 30`,
    ),
    ask(
      `SELECT reader, sum(count) AS subscribers FROM (${latest}) GROUP BY reader ORDER BY subscribers DESC LIMIT 30`,
    ),
    ask(
      "SELECT host, sum(count) AS count FROM referrers WHERE day >= ?1 GROUP BY host ORDER BY 2 DESC LIMIT 30",
    ),
  ])) as [D1Result, D1Result, D1Result, D1Result, D1Result];
  return {
    days: days.results,
    posts: posts.results,
    feeds: feeds.results,
    readers: readers.results,
    referrers: referrers.results,
  } as unknown as FiguresRows;
}
