import type { Cost } from "../db/read/reader.ts";

/** What an answer cost, as a `Server-Timing` value: every answer says it. */
export const serverTiming = ({ queries, trips, rows }: Cost): string =>
  `d1;desc="queries=${queries} trips=${trips} rows=${rows}"`;
