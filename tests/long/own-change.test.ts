import { env } from "cloudflare:workers";
import { beforeEach, expect, test, vi } from "vitest";
import { applyErasures } from "../../worker/content/comments/erasures.ts";
import { setSetting } from "../../worker/db/write/settings.ts";
import { updateSite } from "../../worker/db/write/site.ts";
import { draftPost, havePosts } from "../support/blog.ts";
import { brokenDb, brokenKv } from "../support/broken.ts";
import { consume } from "../support/cache.ts";
import { ORIGIN, visitIn } from "../support/house.ts";
import { aSubmission, aText, countRows, leave, sendForm, sendJson } from "../support/talk.ts";

const POST = "/2010/03/hello/";

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await env.DB.batch(["comments", "outbox"].map((name) => env.DB.prepare(`DELETE FROM ${name}`)));
  await havePosts(draftPost("hello"));
});

/** D1 whose replicas know nothing of what was written lately: only the primary may be asked about it. */
function lagging(): D1Database {
  const nothing = { prepare: (sql: string) => env.DB.prepare(sql) };
  return new Proxy(env.DB, {
    get(db, name) {
      const value = Reflect.get(db, name);
      if (name !== "withSession") return typeof value === "function" ? value.bind(db) : value;
      return (from?: string) =>
        from === "first-primary"
          ? db.withSession(from)
          : { ...nothing, batch: () => Promise.reject(new Error("A replica was asked")) };
    },
  });
}

test("who writes sees it in the next request, however far the replicas are behind", async () => {
  const DB = lagging();
  const sending = { env: { DB } };
  const sent = await sendForm("/comments", aText() as Record<string, string>, sending);
  expect(sent.status).toBe(303);
  const own = String(sent.headers.get("Location")).slice(ORIGIN.length);
  expect(await (await visitIn(sending, own)).text()).toContain("Das sehe ich auch so.");
  const { id, token } = await leave({ text: "Noch eins" }, sending);
  await sendJson(`/comments/${id}/`, { token, action: "edit", text: "Anders" }, sending);
  expect(await (await visitIn(sending, `/comments/${id}/?token=${token}`)).text()).toContain(
    "Anders",
  );
  const mine = await sendJson("/comments/mine/", { tokens: [{ token }] }, sending);
  expect(await mine.json()).toMatchObject({ comments: [{ id }] });
});

test("without its database the blog gives a form back with all that was typed, in its language", async () => {
  await env.DB.batch([setSetting(env.DB, "lang", "de"), updateSite(env.DB)]);
  await consume([{ kind: "check" }]);
  const { DB } = brokenDb("fails");
  const typed = {
    ...aText({ text: "Lang & <breit>" }),
    email: "c@b.example",
    url: "https://c.example/",
  };
  const response = await sendForm("/comments", typed as Record<string, string>, { env: { DB } });
  expect(response.status).toBe(503);
  expect(response.headers.get("Retry-After")).not.toBeNull();
  expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  const page = await response.text();
  expect(page).toContain('lang="de"');
  for (const value of [
    "Lang &amp; &lt;breit>",
    'value="Carla"',
    'value="c@b.example"',
    `value="${POST}"`,
  ])
    expect(page).toContain(value);
  const neither = { DB, CACHE: brokenKv("fails") };
  const worse = await sendForm("/comments", typed as Record<string, string>, { env: neither });
  expect(worse.status).toBe(503);
  expect(await worse.text()).toContain("Lang &amp; &lt;breit>");
});

test("an edit that the database does not take comes back as it was typed", async () => {
  const { id, token } = await leave({ text: "Erste Fassung" });
  let asked = 0;
  const DB = new Proxy(env.DB, {
    get(db, name) {
      const value = Reflect.get(db, name);
      if (name !== "batch") return typeof value === "function" ? value.bind(db) : value;
      return () => Promise.reject(new Error(`D1_ERROR: Network connection lost. ${asked++}`));
    },
  });
  const fields = { token, action: "edit", text: "Zweite Fassung" };
  const response = await sendForm(`/comments/${id}/`, fields, { env: { DB } });
  expect([response.status, asked]).toEqual([503, 2]);
  expect(await response.text()).toContain("Zweite Fassung");
});

test("who goes away while sending has sent the whole comment or none, and sends it again as one", async () => {
  const submission = aSubmission();
  const whole = new TextEncoder().encode(JSON.stringify(aText({ submission })));
  for (let at = 0; at < whole.length; at += 7) {
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(whole.slice(0, at));
        stream.error(new Error("Network connection lost."));
      },
    });
    const headers = { Origin: ORIGIN, "Content-Type": "application/json" };
    const response = await visitIn({}, "/comments", { method: "POST", headers, body });
    expect([at, response.status >= 400]).toEqual([at, true]);
  }
  expect(await countRows("comments")).toBe(0);
  const all = [1, 2, 3].map(() => sendJson("/comments", aText({ submission })));
  const answers = await Promise.all((await Promise.all(all)).map((one) => one.json()));
  expect(await countRows("comments")).toBe(1);
  expect(new Set(answers.map((one) => (one as { id: string }).id)).size).toBe(1);
});

/** A clock whose deadlines come soon. */
const HASTY = {
  now: () => Date.now(),
  after: (milliseconds: number, call: () => void) => {
    const timer = setTimeout(call, milliseconds / 50);
    return () => clearTimeout(timer);
  },
};

test("a database that hangs keeps nobody waiting: the text comes back", async () => {
  const { DB } = brokenDb("hangs");
  const hanging = { env: { DB }, clock: HASTY };
  const form = await sendForm("/comments", { ...aText({ text: "Hängt" }) } as never, hanging);
  expect(form.status).toBe(503);
  expect(form.headers.get("Retry-After")).not.toBeNull();
  expect(await form.text()).toContain("Hängt");
  const json = await sendJson("/comments", aText({ submission: aSubmission() }), hanging);
  expect(json.status).toBe(503);
  expect((await visitIn(hanging, `/comments/new/?post=${POST}`)).status).toBe(503);
});

test.each(["fails", "hangs"] as const)(
  "a change that meets a database which %s comes back with its text and its token",
  async (how) => {
    const { id, token } = await leave({ text: "Vorher" });
    const { DB } = brokenDb(how);
    const edit = { token, action: "edit", text: "Nachher, mit <Mühe>" };
    const response = await sendForm(`/comments/${id}/`, edit, { env: { DB }, clock: HASTY });
    expect(response.status).toBe(503);
    const page = await response.text();
    expect(page).toContain("Nachher, mit &lt;Mühe>");
    expect(page).toContain(`value="${token}"`);
    const again = await sendForm(`/comments/${id}/`, edit);
    expect(again.status).toBe(200);
  },
);

test("what was taken back stays so after a restore", async () => {
  const { id, token } = await leave({ text: "Doch lieber nicht" });
  const { results: before } = await env.DB.prepare("SELECT * FROM comments").all();
  await sendJson(`/comments/${id}/`, { token, action: "withdraw" });
  // An older state of the database, which knows nothing of it.
  const [row] = before as Record<string, string | number | null>[];
  await env.DB.batch([
    env.DB.prepare("DELETE FROM erasures"),
    env.DB.prepare("UPDATE comments SET status = ?1, name = ?2, source = ?3, html = ?4").bind(
      ...(["status", "name", "source", "html"].map((name) => row?.[name]) as string[]),
    ),
  ]);
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  await applyErasures({ db: env.DB, bucket: env.MEDIA, anonymous: "–", now });
  const again = await env.DB.prepare("SELECT status, source FROM comments").first();
  expect(again).toEqual({ status: "trash", source: "" });
});
