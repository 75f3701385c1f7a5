import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";

/** Which site entry was put last, and the generation of all entries. */
export interface CacheRecord {
  readonly generation: string;
  readonly put_seq: number;
  readonly put_build: string;
  readonly put_at: UtcTime | "";
}

/** What D1 says of its changes, for a site entry. */
export interface CacheState {
  /** The newest change; 0 before the first. */
  readonly seq: number;
  readonly at: UtcTime | "";
  readonly record: CacheRecord | null;
  /** Whether D1 has the change that the present site entry names as its newest. */
  readonly knowsOld: boolean;
  /** Each tag with its newest change since `since.tags`, newest first. */
  readonly tags: readonly { readonly tag: string; readonly seq: number }[];
  /** The same of what was removed, since `since.gone`. */
  readonly gone: readonly { readonly tag: string; readonly seq: number }[];
  /** Comments of the posts among the tags. */
  readonly counts: Readonly<Record<string, number>>;
  /** Pages admitted today. */
  readonly admitted: number;
  /** Messages with figures that were taken in today. */
  readonly figures: number;
  /** JSON of the site row; null in a blog that nobody wrote in. */
  readonly site: string | null;
}

export interface CacheQuestion {
  readonly since: { readonly tags: UtcTime; readonly gone: UtcTime };
  readonly old: { readonly seq: number; readonly at: string } | null;
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
}

const NEWEST = "(SELECT max(seq) FROM changes)";

const NEWEST_TAGS = `SELECT tag.value AS tag, max(changes.seq) AS seq
  FROM changes, json_each(changes.tags) tag`;

const TOUCHED = `${NEWEST_TAGS} WHERE changes.at >= ?1
  GROUP BY tag.value ORDER BY max(changes.seq) DESC LIMIT 600`;

const GONE = `${NEWEST_TAGS} WHERE changes.at >= ?1 AND changes.gone
  GROUP BY tag.value ORDER BY max(changes.seq) DESC LIMIT 600`;

const COUNTS = `SELECT posts.id, posts.comment_count FROM (${TOUCHED}) touched
  JOIN public_posts posts ON posts.id = CAST(substr(touched.tag, 6) AS INTEGER)
  WHERE touched.tag >= 'post:' AND touched.tag < 'post;'`;

/** Everything that a site entry is made of but what pages show: one round trip. */
export async function findCacheState(
  db: D1Database,
  { since, old, day }: CacheQuestion,
): Promise<CacheState> {
  const [newest, known, tags, gone, counts] = (await db.batch([
    db
      .prepare(
        `SELECT (SELECT seq FROM changes WHERE seq = ${NEWEST}) AS seq,
           (SELECT at FROM changes WHERE seq = ${NEWEST}) AS at,
           (SELECT spent FROM kv_writes WHERE day = ?1 AND kind = 'admit') AS admitted,
           (SELECT count(*) FROM figures_taken WHERE day = ?1) AS figures,
           (SELECT json FROM site) AS site,
           c.generation, c.put_seq, c.put_build, c.put_at
         FROM (SELECT 1) LEFT JOIN caches c ON c.id = 1`,
      )
      .bind(day),
    db
      .prepare("SELECT seq FROM changes WHERE seq = ?1 AND at = ?2")
      .bind(old?.seq ?? 0, old?.at ?? ""),
    db.prepare(TOUCHED).bind(since.tags),
    db.prepare(GONE).bind(since.gone),
    db.prepare(COUNTS).bind(since.tags),
  ])) as unknown as [
    {
      results: (Partial<CacheRecord> & {
        seq: number | null;
        at: string;
        admitted: number;
        figures: number;
        site: string;
      })[];
    },
    ...{ results: never[] }[],
  ];
  const row = newest.results[0];
  return {
    ...{ seq: row?.seq ?? 0, at: row?.at ?? "", admitted: row?.admitted ?? 0 },
    figures: row?.figures ?? 0,
    site: row?.site ?? null,
    record: row?.generation ? (row as CacheRecord) : null,
    // Before the first change there is nothing to know.
    knowsOld: !old || old.seq === 0 || (known?.results.length ?? 0) > 0,
    ...{ tags: tags?.results ?? [], gone: gone?.results ?? [] },
    counts: Object.fromEntries(
      (counts?.results ?? []).map(({ id, comment_count }) => [id, comment_count]),
    ),
  };
}

/** The paths of the public ones of these posts. */
export async function listPublicPaths(db: D1Database, ids: readonly number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const sql = "SELECT path FROM public_posts WHERE id IN (SELECT value FROM json_each(?1))";
  const { results } = await db.prepare(sql).bind(JSON.stringify(ids)).all<{ path: string }>();
  return results.map(({ path }) => path);
}

/** What cron compares each minute with the site entry. */
export type CachePulse = Pick<CacheState, "seq" | "record">;

export async function findCachePulse(db: D1Database): Promise<CachePulse> {
  const sql = `SELECT coalesce(${NEWEST}, 0) AS seq, c.generation, c.put_seq, c.put_build, c.put_at
    FROM (SELECT 1) LEFT JOIN caches c ON c.id = 1`;
  const row = await db.prepare(sql).first<CacheRecord & { seq: number }>();
  return { seq: row?.seq ?? 0, record: row?.generation ? row : null };
}

/** Messages that are owed to the queue REFRESH, oldest first. */
export async function listOutbox(db: D1Database): Promise<unknown[]> {
  const sql = "SELECT body FROM outbox WHERE queue = 'refresh' ORDER BY id LIMIT 50";
  const { results } = await db.prepare(sql).all<{ body: string }>();
  return results.map(({ body }) => JSON.parse(body));
}
