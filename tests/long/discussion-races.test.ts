import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { moderateComments } from "../../worker/content/comments/moderate.ts";
import { draftPost, havePosts, pageText } from "../support/blog.ts";
import { owed } from "../support/cache.ts";
import { meanwhile } from "../support/meanwhile.ts";
import { decide, leave, NOW, sendForm, sendJson, type Told } from "../support/talk.ts";

const POST = "/2010/03/hello/";

beforeEach(async () => {
  await env.DB.batch(["comments", "outbox"].map((name) => env.DB.prepare(`DELETE FROM ${name}`)));
  await havePosts(draftPost("hello"));
});

const change = (
  { id, token }: { id: string; token: string },
  what: Readonly<Record<string, string>>,
  DB: D1Database = env.DB,
) => sendJson(`/comments/${id}/`, { token, ...what }, { env: { DB } });

const statusOf = (id: string) =>
  env.DB.prepare("SELECT status FROM comments WHERE public_id = ?1").bind(id).first("status");

/** What the caches heard of last. */
const news = async () => (await owed()).at(-1);

test("what is approved while it is taken back is gone from every cache", async () => {
  const comment = await leave({ text: "Lieber doch nicht" });
  const approved = meanwhile(() => decide("approve", comment.id));
  expect((await change(comment, { action: "withdraw" }, approved)).status).toBe(200);
  expect(await pageText(POST)).not.toContain("Lieber doch nicht");
  expect(await news()).toMatchObject({ gone: true, tags: expect.arrayContaining(["comments"]) });
});

test("what is approved while it is edited is public with its new text", async () => {
  const comment = await leave({ text: "Erste Fassung" });
  const approved = meanwhile(() => decide("approve", comment.id));
  const edited = await change(comment, { action: "edit", text: "Zweite Fassung" }, approved);
  expect(await edited.json()).toMatchObject({ status: "approved" });
  expect(await pageText(POST)).toContain("Zweite Fassung");
  expect(await news()).toMatchObject({ gone: true });
});

test.each(["spam", "trash", "hold"] as const)(
  "an edit brings nothing back that somebody decides about meanwhile: %s",
  async (action) => {
    const comment = await leave({ text: "Noch zu sehen" });
    await decide("approve", comment.id);
    const decided = meanwhile(() => decide(action, comment.id));
    await change(comment, { action: "edit", text: "Wieder da" }, decided);
    expect(await statusOf(comment.id)).not.toBe("approved");
    expect(await pageText(POST)).not.toContain("Wieder da");
  },
);

test("what one author approves while another one throws it away is gone from every cache", async () => {
  const { id } = await leave({ text: "Umstritten" });
  const approved = meanwhile(() => decide("approve", id));
  await moderateComments(approved, [id], "trash", { now: NOW() });
  expect(await statusOf(id)).toBe("trash");
  expect(await news()).toMatchObject({ gone: true, tags: expect.arrayContaining(["comments"]) });
});

test("nobody approves what its writer has taken back, before or meanwhile", async () => {
  const before = await leave({ text: "Vorher" });
  await change(before, { action: "withdraw" });
  expect((await decide("approve", before.id)).ids).toEqual([]);
  expect((await decide("hold", before.id)).ids).toEqual([]);
  const during = await leave({ text: "Währenddessen" });
  const withdrawn = meanwhile(() => change(during, { action: "withdraw" }));
  await moderateComments(withdrawn, [during.id], "approve", { now: NOW() });
  expect([await statusOf(before.id), await statusOf(during.id)]).toEqual(["trash", "trash"]);
  expect(await pageText(POST)).not.toContain('class="number');
});

test("what is answered while it is edited or taken back stays", async () => {
  for (const action of ["edit", "withdraw"]) {
    const comment = await leave({ text: `Frage ${action}` });
    await decide("approve", comment.id);
    const answered = meanwhile(async () => {
      const { id } = await leave({ text: `Antwort ${action}`, parent: comment.id });
      await decide("approve", id);
    });
    expect((await change(comment, { action, text: "Anders" }, answered)).status).toBe(403);
    expect(await pageText(POST)).toContain(`Frage ${action}`);
  }
});

test("an answer to what is taken back meanwhile is not taken, and its text comes back", async () => {
  const parent = await leave({ text: "Frage" });
  await decide("approve", parent.id);
  const withdrawn = meanwhile(() => change(parent, { action: "withdraw" }));
  const fields = { post: POST, name: "Dora", text: "Meine Antwort", parent: parent.id };
  const response = await sendForm("/comments", fields, { env: { DB: withdrawn } });
  expect(response.status).toBe(403);
  expect(await response.text()).toContain("Meine Antwort");
});

test("who takes a comment back is told so, also where the database does it and says nothing", async () => {
  const comment = await leave({ text: "Weg damit" });
  let lost = false;
  const DB = new Proxy(env.DB, {
    get(db, name) {
      const value = Reflect.get(db, name);
      if (name !== "batch") return typeof value === "function" ? value.bind(db) : value;
      return async (statements: D1PreparedStatement[]) => {
        const results = await db.batch(statements);
        if (lost) return results;
        lost = true;
        throw new Error("D1_ERROR: Network connection lost.");
      };
    },
  });
  const response = await change(comment, { action: "withdraw" }, DB);
  expect([response.status, lost]).toEqual([200, true]);
  expect(await response.json()).toMatchObject({ status: "trash" });
});

test("a comment that waits keeps saying why when it is edited", async () => {
  const reasons = async ({ id }: Told) => {
    const sql = "SELECT reasons FROM comments WHERE public_id = ?1";
    return JSON.parse((await env.DB.prepare(sql).bind(id).first<string>("reasons")) ?? "");
  };
  const comment = await leave({ text: "Von jemand Neuem" });
  await change(comment, { action: "edit", text: "Von jemand anderem Neuen" });
  expect(await reasons(comment)).toEqual([{ code: "newcomer" }]);
  await decide("approve", comment.id);
  await sendForm(`/comments/${comment.id}/report/`, { reason: "Frech" });
  await change(comment, { action: "edit", text: "Viel freundlicher" });
  expect(await reasons(comment)).toContainEqual({ code: "reported", detail: "Frech" });
  await decide("approve", comment.id);
  await sendForm(`/comments/${comment.id}/report/`, { reason: "Noch einmal" });
  expect(await statusOf(comment.id)).toBe("approved");
});

test("two who approve and one who leaves a comment at once get numbers of their own", async () => {
  const all = await Promise.all(["a", "b", "c"].map((text) => leave({ text: `Eins von ${text}` })));
  await Promise.all(all.flatMap(({ id }) => [decide("approve", id), decide("approve", id)]));
  const sql = "SELECT number FROM comments ORDER BY number";
  const { results } = await env.DB.prepare(sql).all<{ number: number }>();
  expect(new Set(results.map(({ number }) => number)).size).toBe(3);
  expect(results.every(({ number }) => number > 0)).toBe(true);
});
