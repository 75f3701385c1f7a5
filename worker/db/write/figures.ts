import type { D1Database } from "@cloudflare/workers-types";
import type { Statements } from "./drafts.ts";

/** Sums that one isolate has counted. */
export interface FiguresDraft {
  /** Random: the same message twice counts once. */
  readonly id: string;
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
  readonly reads: Readonly<Record<string, number>>;
  readonly subscribers: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly referrers: Readonly<Record<string, number>>;
}

/** Adds to the sums of a day. The batch fails, whole, where the message was taken in before. Of pages, only posts count. */
export const addFigures = (db: D1Database, draft: FiguresDraft): Statements => {
  const { id, day, reads, subscribers, referrers } = draft;
  const bind = (sql: string, value: unknown) => db.prepare(sql).bind(day, JSON.stringify(value));
  return [
    db.prepare("INSERT INTO figures_taken (id, day) VALUES (?1, ?2)").bind(id, day),
    bind(
      `INSERT INTO reads (day, path, count) SELECT ?1, p.path, value FROM json_each(?2) JOIN public_posts p ON p.path = key
       WHERE true ON CONFLICT (day, path) DO UPDATE SET count = count + excluded.count`,
      reads,
    ),
    bind(
      `INSERT INTO subscribers (day, feed, reader, count)
       SELECT ?1, feeds.key, readers.key, readers.value FROM json_each(?2) feeds, json_each(feeds.value) readers
       WHERE true ON CONFLICT (day, feed, reader) DO UPDATE SET count = max(count, excluded.count)`,
      subscribers,
    ),
    bind(
      `INSERT INTO referrers (day, host, count) SELECT ?1, key, value FROM json_each(?2)
       WHERE true ON CONFLICT (day, host) DO UPDATE SET count = count + excluded.count`,
      referrers,
    ),
  ];
};

/**
 * Messages a day: each is written, read and deleted, and together that may be half of the free plan's 10,000 operations,
 * developers.cloudflare.com/queues/platform/limits
 */
const MOST_MESSAGES = 1_600;

/** Whether isolates should tell no more today. */
export const isCounted = (taken: number): boolean => taken >= MOST_MESSAGES;
