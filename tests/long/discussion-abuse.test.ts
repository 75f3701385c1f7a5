import { env } from "cloudflare:workers";
import { beforeEach, expect, test, vi } from "vitest";
import { insertPerson } from "../../worker/db/write/persons.ts";
import {
  draftComment,
  draftPost,
  haveComments,
  havePosts,
  pageText,
  visit,
} from "../support/blog.ts";
import { owed } from "../support/cache.ts";
import { visitIn } from "../support/house.ts";
import { at, cronAt, forgetMails, mailIs, PostOffice } from "../support/mail.ts";
import { aText, decide, leave, sendForm, sendJson } from "../support/talk.ts";

const POST = "/2010/03/hello/";

beforeEach(async () => {
  await forgetMails();
  await env.DB.prepare("DELETE FROM visitor_writes").run();
  await havePosts(draftPost("hello"));
});

const report = (id: string) => sendForm(`/comments/${id}/report/`, { reason: "Weg damit" });

const count = (where: string) =>
  env.DB.prepare(`SELECT count(*) AS n FROM comments WHERE ${where}`).first<number>("n");

const havePublic = (amount: number) =>
  haveComments(
    ...Array.from({ length: amount }, (_, n) =>
      draftComment("hello", `Wort ${n}`, { publicId: `x${n}` }),
    ),
  );

test("nobody empties a discussion by reports: while twenty wait to be looked at, more are noted", async () => {
  await havePublic(25);
  for (let n = 0; n < 25; n++) expect((await report(`x${n}`)).status).toBe(200);
  expect(await count("status = 'pending'")).toBe(20);
  expect(await count("status = 'approved' AND reasons LIKE '%Weg damit%'")).toBe(5);
  await decide("approve", ...Array.from({ length: 20 }, (_, n) => `x${n}`));
  await report("x24");
  expect(await count("status = 'pending'")).toBe(1);
});

test("a report that is only noted changes nothing for readers, however often it comes", async () => {
  await havePublic(1);
  await report("x0");
  await decide("approve", "x0");
  const state = async () => [
    await pageText(`${POST}feed.xml`),
    (await owed()).filter(({ kind }) => kind === "change").length,
  ];
  const before = await state();
  for (let n = 0; n < 25; n++) await report("x0");
  expect(await state()).toEqual(before);
  expect(await count("json_array_length(reasons) > 20")).toBe(0);
});

test("reports count for the writes of the day, and end with them", async () => {
  await havePublic(2);
  await report("x0");
  expect(await env.DB.prepare("SELECT spent FROM visitor_writes").first("spent")).toBe(30);
  await env.DB.prepare("UPDATE visitor_writes SET spent = 50000").run();
  const refused = await report("x1");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("Retry-After")).not.toBeNull();
  expect(await count("status = 'pending'")).toBe(1);
});

test("what nobody sees is erased, as often as one likes, without a word to the caches", async () => {
  const { id, token } = await leave({ text: "Wartet noch" });
  const before = (await owed()).length;
  for (let n = 0; n < 5; n++) await sendJson(`/comments/${id}/`, { token, action: "erase" });
  expect(await count("status = 'trash' AND source = ''")).toBe(1);
  expect((await owed()).length).toBe(before);
});

test("who left a hundred strangers' addresses cannot have them all mailed in an hour", async () => {
  await mailIs("everyone");
  const office = new PostOffice();
  for (let n = 0; n < 40; n++) {
    const email = `stranger${n}@elsewhere.test`;
    await haveComments(draftComment("hello", "Wort", { status: "pending", email }));
    await env.DB.batch(insertPerson(env.DB, { id: `p${n}`, email, now: at(0) }));
    await cronAt(0, office);
  }
  for (const minute of [1, 30, 59]) await cronAt(minute, office);
  expect(office.letters.filter(({ to }) => to.startsWith("stranger"))).toHaveLength(30);
});

test("an address with a token is kept nowhere, not even on the way to a better one", async () => {
  const { id, token } = await leave({ text: "Meins" });
  for (const [origin, slash] of [
    ["https://blog.test", ""],
    ["https://other.test", "/"],
  ] as const) {
    const response = await visitIn(
      { origin, env: { ORIGIN: "https://blog.test" } },
      `/comments/${id}${slash}?token=${token}`,
    );
    expect(response.status).toBe(308);
    expect(response.headers.get("Location")).toContain(token);
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  }
});

test("a token, an address or a text is in no log, whatever goes wrong", async () => {
  const said: string[] = [];
  for (const level of ["error", "warn", "log", "info", "debug"] as const)
    vi.spyOn(console, level).mockImplementation((...all) => void said.push(all.join(" ")));
  const fields = { text: "Kanarienvogel", email: "kanari@secret.test", name: "Kanari" };
  const { id, token } = await leave(fields);
  const limit = async () => Promise.reject(new Error("away"));
  const COMMENT_LIMIT = { limit } as unknown as RateLimit;
  await sendJson("/comments", aText({ ...fields, submission: "k".repeat(22) }), {
    env: { COMMENT_LIMIT },
  });
  const REFRESH = { sendBatch: async () => Promise.reject(new Error("full")) } as never;
  await decide("approve", id);
  await sendForm(`/comments/${id}/`, { token, action: "withdraw" }, { env: { REFRESH } });
  await visit(`/comments/${id}/?token=${token}%00`);
  expect(said.length).toBeGreaterThan(0);
  expect(said.join("\n")).not.toMatch(new RegExp(`kanari|${token}`, "i"));
  vi.restoreAllMocks();
});
