import type { D1Database, D1Result } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";

export interface DeadRow {
  readonly id: string;
  readonly queue: "refresh" | "jobs";
  readonly kind: string;
  readonly at: UtcTime;
}

export interface HealthRows {
  readonly waiting: number;
  readonly oldest: UtcTime | null;
  readonly cronAt: UtcTime | null;
  readonly cachedAt: UtcTime | null;
  readonly spent: Readonly<Record<string, number>>;
  readonly dead: readonly DeadRow[];
}

const STATE = `SELECT (SELECT count(*) FROM (SELECT 1 FROM outbox LIMIT 1000)) AS waiting,
  (SELECT min(created_at) FROM (SELECT created_at FROM outbox ORDER BY id LIMIT 1)) AS oldest,
  (SELECT at FROM heartbeat) AS cronAt, (SELECT nullif(put_at, '') FROM caches) AS cachedAt`;

/** How the blog is at work, as D1 knows it. */
export async function findHealth(db: D1Database, day: string): Promise<HealthRows> {
  const [state, spent, dead] = (await db.batch([
    db.prepare(STATE),
    db
      .prepare(
        `SELECT kind, spent FROM kv_writes WHERE day = ?1
         UNION ALL SELECT 'visitors', spent FROM visitor_writes WHERE day = ?1`,
      )
      .bind(day),
    db.prepare(`SELECT id, queue, coalesce(json_extract(body, '$.kind'), '?') AS kind, at
      FROM dead_letters ORDER BY at DESC, id LIMIT 100`),
  ])) as [
    D1Result<Omit<HealthRows, "spent" | "dead">>,
    D1Result<{ kind: string; spent: number }>,
    D1Result<DeadRow>,
  ];
  const [row] = state.results;
  return {
    ...{ waiting: row?.waiting ?? 0, oldest: row?.oldest ?? null },
    ...{ cronAt: row?.cronAt ?? null, cachedAt: row?.cachedAt ?? null },
    spent: Object.fromEntries(spent.results.map(({ kind, spent: count }) => [kind, count])),
    dead: dead.results,
  };
}

export interface OverviewRows {
  readonly scheduled: { id: number; title: string; publishedAt: UtcTime }[];
  readonly drafts: { id: number; title: string; updatedAt: UtcTime }[];
  readonly comments: {
    id: string;
    name: string;
    excerpt: string;
    postTitle: string;
    createdAt: UtcTime;
  }[];
  readonly spam: number;
}

/** What an author has to do, or everybody together where no author is named. */
export async function findOverview(
  db: D1Database,
  { posts, comments }: { readonly posts: number | null; readonly comments: number | null },
): Promise<OverviewRows> {
  const own = (column: string, id: number | null) =>
    id === null ? "?1 IS NULL" : `${column} = ?1`;
  const mine = own("author_id", posts);
  const [scheduled, drafts, latest, spam] = (await db.batch([
    db
      .prepare(
        `SELECT id, title, published_at AS publishedAt FROM posts WHERE status = 'scheduled' AND ${mine}
         ORDER BY published_at LIMIT 10`,
      )
      .bind(posts),
    db
      .prepare(
        `SELECT id, title, updated_at AS updatedAt FROM posts WHERE kind = 'post' AND status = 'draft' AND revision >= 0 AND demo = 0
           AND ${mine} ORDER BY updated_at DESC LIMIT 6`,
      )
      .bind(posts),
    db
      .prepare(
        `SELECT newest.public_id AS id, newest.name, newest.excerpt, p.title AS postTitle,
           newest.created_at AS createdAt
         FROM (SELECT * FROM comments WHERE status = 'approved' AND created_at > '' ORDER BY created_at DESC, id DESC LIMIT 50) newest
         JOIN posts p ON p.id = newest.post_id WHERE ${own("p.author_id", comments)} LIMIT 5`,
      )
      .bind(comments),
    db
      .prepare(
        `SELECT count(*) AS n FROM (SELECT 1 FROM comments WHERE status = 'spam' AND status <> 'approved' LIMIT 1000)
         WHERE ?1 IS NULL`,
      )
      .bind(comments),
  ])) as [D1Result, D1Result, D1Result, D1Result<{ n: number }>];
  return {
    scheduled: scheduled.results as unknown as OverviewRows["scheduled"],
    drafts: drafts.results as unknown as OverviewRows["drafts"],
    comments: latest.results as unknown as OverviewRows["comments"],
    spam: spam.results[0]?.n ?? 0,
  };
}
