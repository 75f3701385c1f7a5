import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { forgetOld } from "../../worker/db/write/retention.ts";
import { updateSite } from "../../worker/db/write/site.ts";
import { draftComment, draftPost, haveComments, havePosts, pageText } from "../support/blog.ts";

const { DB } = env;
const NOW = "2026-05-31T12:00:00Z";
const JUST_OLD = "2026-05-01T12:00:00Z";
const YOUNG = "2026-05-01T12:00:01Z";

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

const haveComment = (
  id: string,
  status: "approved" | "pending" | "spam" | "trash",
  createdAt: string,
) => haveComments(draftComment("hallo", `Wort ${id}`, { publicId: id, status, createdAt }));

const left = async (sql: string) => (await DB.prepare(sql).all()).results;

describe("after 30 days", () => {
  test.each(["spam", "trash"] as const)(
    "%s is deleted, and not a second before",
    async (status) => {
      await haveComment("old", status, JUST_OLD);
      await haveComment("young", status, YOUNG);
      await forget();
      expect(await left("SELECT public_id AS id FROM comments")).toEqual([{ id: "young" }]);
    },
  );

  test("what was thrown away lately is kept, however old it is", async () => {
    await haveComment("old", "trash", "2010-01-01T00:00:00Z");
    await DB.prepare("UPDATE comments SET updated_at = ?1").bind(YOUNG).run();
    await forget();
    expect(await left("SELECT public_id FROM comments")).toHaveLength(1);
  });

  test("what waits, and what is public, stays", async () => {
    await haveComment("a", "approved", "2010-01-01T00:00:00Z");
    await haveComment("b", "pending", "2010-01-01T00:00:00Z");
    await forget();
    expect(await left("SELECT public_id FROM comments")).toHaveLength(2);
  });

  test("a removed comment with a number leaves an empty place, and its answers stay", async () => {
    await haveComment("first", "approved", JUST_OLD);
    await haveComments(draftComment("hallo", "Antwort", { parentPublicId: "first" }));
    await DB.prepare(
      "UPDATE comments SET status = 'trash', token_hash = 'x', quote = 'Stelle' WHERE public_id = 'first'",
    ).run();
    await updateSite(DB).run();
    await forget();
    expect(await left("SELECT * FROM comments WHERE public_id = 'first'")).toMatchObject([
      {
        ...{
          number: expect.any(Number),
          name: "",
          email: null,
          url: null,
          source: "",
          html: "",
          excerpt: "",
        },
        ...{ quote: null, token_hash: null, status: "trash" },
      },
    ]);
    const page = await pageText("/2010/03/hallo/");
    expect(page).toContain("Antwort");
    expect(page).not.toContain("Wort first");
  });
});

test("an address that nobody confirmed is forgotten after seven days", async () => {
  await haveComment("a", "approved", YOUNG);
  await haveComment("b", "approved", YOUNG);
  await haveComment("c", "approved", YOUNG);
  const insert = `INSERT INTO subscriptions (comment_id, email, consent, created_at, confirmed_at, told)
    SELECT id, 'x@y.test', '1', ?2, ?3, 0 FROM comments WHERE public_id = ?1`;
  await DB.batch([
    DB.prepare(insert).bind("a", "2026-05-24T12:00:00Z", null),
    DB.prepare(insert).bind("b", "2026-05-24T12:00:01Z", null),
    DB.prepare(insert).bind("c", "2010-05-24T12:00:00Z", "2010-05-24T12:00:00Z"),
  ]);
  await forget();
  const sql =
    "SELECT c.public_id AS id FROM subscriptions s JOIN comments c ON c.id = s.comment_id";
  expect(await left(sql)).toEqual([{ id: "b" }, { id: "c" }]);
});

test("nobody hears of answers to what was removed", async () => {
  await haveComment("a", "spam", YOUNG);
  await DB.prepare(
    `INSERT INTO subscriptions (comment_id, email, consent, created_at, confirmed_at, told)
     SELECT id, 'x@y.test', '1', ?1, ?1, 0 FROM comments`,
  )
    .bind(NOW)
    .run();
  await forget();
  expect(await left("SELECT * FROM subscriptions")).toEqual([]);
});

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
