import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { forgetOld } from "../../worker/db/write/retention.ts";
import { draftPost, havePosts } from "../support/blog.ts";

const { DB } = env;
const NOW = "2026-05-31T12:00:00Z";
const JUST_OLD = "2026-05-01T12:00:00Z";
const _YOUNG = "2026-05-01T12:00:01Z";

beforeAll(() => havePosts(draftPost("hallo")));
beforeEach(() =>
  DB.batch(
    ["comments", "subscriptions", "outbox"].map((table) => DB.prepare(`DELETE FROM ${table}`)),
  ),
);

/** Twice: the second time there is nothing left to do. */
async function forget(now = NOW): Promise<void> {
  await DB.batch(forgetOld(DB, now));
  const again = await DB.batch(forgetOld(DB, now));
  expect(again.map(({ meta }) => meta.changes).filter(Boolean)).toEqual([]);
}

const left = async (sql: string) => (await DB.prepare(sql).all()).results;

describe.each([
  ["who was mailed", "mailed", "(key, at) VALUES ('a', ?1)", "2026-05-29T12:00:00Z"],
  [
    "a link to what is stored",
    "persons",
    "(email, id, created_at) VALUES ('a', 'b', ?1)",
    "2026-05-30T12:00:00Z",
  ],
  [
    "a mail that was never sent",
    "outbox",
    "(queue, body, created_at) VALUES ('jobs', '{}', ?1)",
    "2026-05-24T12:00:00Z",
  ],
  [
    "what visitors wrote in a day",
    "visitor_writes",
    "(day, spent) VALUES (substr(?1, 1, 10), 1)",
    "2026-05-23T12:00:00Z",
  ],
])("%s", (_, table, values, old) => {
  const have = (time: string) => DB.prepare(`INSERT INTO ${table} ${values}`).bind(time).run();
  beforeEach(() => DB.prepare(`DELETE FROM ${table}`).run());

  test("is forgotten in time", async () => {
    await have(old);
    await forget();
    expect(await left(`SELECT * FROM ${table}`)).toEqual([]);
  });

  test("is kept as long as it is of use", async () => {
    const later = new Date(Date.parse(old) + 86_400_000).toISOString().replace(".000", "");
    await have(later);
    await DB.batch(forgetOld(DB, NOW));
    expect(await left(`SELECT * FROM ${table}`)).toHaveLength(1);
  });
});

test("a storm of spam is forgotten in bounded portions", async () => {
  await DB.prepare(
    `WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 1200)
     INSERT INTO comments (public_id, post_id, status, name, format, source, html, excerpt, created_at, updated_at)
     SELECT 's' || value, (SELECT id FROM posts LIMIT 1), 'spam', 'S', 'markdown', 'x', 'x', 'x', ?1, ?1 FROM n`,
  )
    .bind(JUST_OLD)
    .run();
  const count = async () => (await left("SELECT public_id FROM comments")).length;
  await DB.batch(forgetOld(DB, NOW));
  expect(await count()).toBe(700);
  await DB.batch(forgetOld(DB, NOW));
  await DB.batch(forgetOld(DB, NOW));
  expect(await count()).toBe(0);
});
