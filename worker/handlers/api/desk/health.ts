import { deadDecision, type Health, type Overview } from "../../../../src/admin-api/health.ts";
import { nothing } from "../../../../src/admin-api/login.ts";
import { MOST_WRITES_A_DAY } from "../../../content/comments/accept.ts";
import { findHealth, findOverview, type HealthRows } from "../../../db/read/health.ts";
import { countWaiting } from "../../../db/read/people.ts";
import { RESERVES, updateGeneration } from "../../../db/write/caches.ts";
import { insertDeadLetter, takeDeadLetter } from "../../../db/write/health.ts";
import { BlogError } from "../../../errors.ts";
import { readAs } from "../body.ts";
import type { ApiHandler } from "../route.ts";

const MAX_BYTES = 1_000;
/** Minutes after which cron should have run again, and a message should have been sent. */
const LATE_MINUTES = 15;

/** What waits for somebody, what comes by itself, and what they should know. */
export const showOverview: ApiHandler = async (_request, { env, who, now }): Promise<Overview> => {
  const posts = who.can("posts.all") ? null : who.id;
  const comments = who.can("comments.all") ? null : who.id;
  const [found, waiting, state] = await Promise.all([
    findOverview(env.DB, { posts, comments }),
    countWaiting(env.DB, comments),
    findHealth(env.DB, now.slice(0, 10)),
  ]);
  const warnings = who.can("health") ? warningsOf(state, now) : [];
  const hidden = who.can("settings") && !(await hasImprint(env.DB));
  const all = hidden ? [{ code: "imprint" as const }, ...warnings] : warnings;
  return { ...found, waiting, warnings: all };
};

function warningsOf(
  { cronAt, waiting, oldest, dead }: HealthRows,
  now: string,
): Overview["warnings"] {
  const late = before(now, LATE_MINUTES);
  return [
    ...(cronAt === null || cronAt < late ? [{ code: "cron" as const }] : []),
    ...(waiting > 0 && oldest !== null && oldest < late ? [{ code: "outbox" as const }] : []),
    ...(dead.length > 0 ? [{ code: "dead" as const }] : []),
  ];
}

const hasImprint = async (db: D1Database): Promise<boolean> =>
  (await db
    .prepare("SELECT json_extract(json, '$.imprint') AS imprint FROM site")
    .first("imprint")) === 1;

/** How the blog is at work, and how fast each binding answers. */
export const showHealth: ApiHandler = async (_request, { env, now, time }): Promise<Health> => {
  const measure = async (ask: () => Promise<unknown>): Promise<number | null> => {
    const begun = time();
    return ask().then(
      () => time() - begun,
      () => null,
    );
  };
  const [d1, kv, r2] = await Promise.all([
    measure(() => env.DB.prepare("SELECT 1").first()),
    measure(() => env.CACHE.get("site")),
    measure(() => env.MEDIA.head("caches/newest")),
  ]);
  const rows = await findHealth(env.DB, now.slice(0, 10));
  const { waiting, oldest, cronAt, cachedAt, dead } = rows;
  return {
    outbox: { waiting, oldest },
    dead: [...dead],
    cron: { at: cronAt, late: cronAt === null || cronAt < before(now, LATE_MINUTES) },
    ...{ budgets: budgetsOf(rows), bindings: { d1, kv, r2 }, cachedAt },
  };
};

const budgetsOf = ({ spent }: HealthRows): Health["budgets"] => [
  ...(["admit", "write", "site"] as const).map((name) => ({
    ...{ name, spent: spent[name] ?? 0, most: RESERVES[name] },
  })),
  { name: "visitors", spent: spent["visitors"] ?? 0, most: MOST_WRITES_A_DAY },
];

/** Everything in KV is of another history from now on, and is rendered anew when it is asked for. */
export const rebuildCaches: ApiHandler = async (request, { env }) => {
  await readAs(request, MAX_BYTES, nothing);
  await updateGeneration(env.DB, crypto.randomUUID().slice(0, 8));
  await env.REFRESH.send({ kind: "check" });
  return undefined;
};

/** Sends a message again that failed too often, or lets it go. */
export const decideDead: ApiHandler = async (request, { env, params, now }) => {
  const { action } = await readAs(request, MAX_BYTES, deadDecision);
  const id = params["letter"] ?? "";
  const taken = await takeDeadLetter(env.DB, id);
  if (!taken) throw new BlogError("missing", "There is no such message.");
  if (action === "discard") return undefined;
  const queue = taken.queue === "refresh" ? env.REFRESH : env.JOBS;
  await queue.send(JSON.parse(taken.body)).catch(async (error) => {
    await insertDeadLetter(env.DB, { id, ...taken, at: now }).run();
    throw error;
  });
  return undefined;
};

const before = (now: string, minutes: number): string =>
  `${new Date(Date.parse(now) - minutes * 60_000).toISOString().slice(0, 19)}Z`;
