import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { moderateComments } from "../../worker/content/comments/moderate.ts";
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
    await moderateComments(DB, ["first"], "trash", { now: JUST_OLD });
    await DB.prepare(
      "UPDATE comments SET token_hash = 'x', quote = 'Stelle' WHERE public_id = 'first'",
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
