import type { Source } from "../cache/ladder.ts";
import type { Cost } from "../db/read/reader.ts";

/** What an answer cost. Milliseconds stand still in production but for waiting, which is what they are to show. */
export interface Tally {
  readonly d1: Cost;
  d1Ms: number;
  kvReads: number;
  kvMs: number;
}

export const newTally = (): Tally => ({
  ...{ d1: { queries: 0, trips: 0, rows: 0 }, d1Ms: 0 },
  ...{ kvReads: 0, kvMs: 0 },
});

/** As a `Server-Timing` value: every answer says it. No public request writes to KV, so `writes` is 0 by construction. */
export const serverTiming = (source: Source | "none", { d1, ...tally }: Tally): string =>
  [
    `cache;desc="${source}"`,
    `d1;desc="queries=${d1.queries} trips=${d1.trips} rows=${d1.rows}";dur=${tally.d1Ms}`,
    `kv;desc="reads=${tally.kvReads} writes=0";dur=${tally.kvMs}`,
  ].join(", ");
