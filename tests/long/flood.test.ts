import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { Isolate } from "../../worker/cache/isolate.ts";
import { ROWS_OF_COMMENT } from "../../worker/content/comments/write.ts";
import { costOf, draftPost, havePosts, visit } from "../support/blog.ts";
import { brokenDb } from "../support/broken.ts";
import { consume, counting } from "../support/cache.ts";
import { ORIGIN, visitIn } from "../support/house.ts";
import { cronAt, mailIs, PostOffice } from "../support/mail.ts";
import { withinOneMinute } from "../support/minute.ts";
import { aSubmission, aText, leave, NOW, sendForm, sendJson } from "../support/talk.ts";

/** The limits of wrangler.toml, as workerd counts them. */
const { POST_LIMIT, BLOG_LIMIT } = env;
const limits = { env: { POST_LIMIT, BLOG_LIMIT } };

beforeAll(async () => {
  await havePosts(draftPost("hello"), draftPost("viral"), draftPost("quiet"));
  await mailIs("owner");
});

/** D1 that adds up what is written through it. */
function counted(): { DB: D1Database; written: { rows: number } } {
  const written = { rows: 0 };
  const DB = new Proxy(env.DB, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      if (name !== "batch") return value.bind(target);
      return async (statements: D1PreparedStatement[]) => {
        const results = await target.batch(statements);
        for (const { meta } of results) written.rows += meta.rows_written;
        return results;
      };
    },
  });
  return { DB, written };
}

test("a comment writes no more rows than the day's budget counts for it", async () => {
  for (const hold of ["all", "none"]) {
    await env.DB.prepare("INSERT OR REPLACE INTO settings (name, value) VALUES ('comments', ?1)")
      .bind(JSON.stringify({ hold, mail: "everyone" }))
      .run();
    const { DB, written } = counted();
    const links = "Zwei Orte: https://eins.example/ und https://zwei.example/";
    await leave({ post: "/2010/03/quiet/", text: links, email: "c@d.example" }, { env: { DB } });
    expect(written.rows).toBeGreaterThan(5);
    expect(written.rows).toBeLessThanOrEqual(ROWS_OF_COMMENT);
  }
  await mailIs("owner");
});

test("a network may send five comments a minute, then waits and keeps its text", async () => {
  await withinOneMinute();
  const network = "203.0.113.7";
  const statuses: number[] = [];
  for (let count = 0; count < 6; count++) {
    const text = `Nummer ${count} aus einem Netz`;
    // Another address of the same block.
    const sending = { ...limits, network: `203.0.113.${count}` };
    const response = await sendForm("/comments", aText({ text }), sending);
    statuses.push(response.status);
    if (response.status !== 429) continue;
    expect(Number(response.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await response.text()).toContain(text);
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
  const other = await sendForm("/comments", aText({ text: "Aus einem anderen" }), {
    ...limits,
    network: "2001:db8:1:2:3::1",
  });
  expect([network, other.status]).toEqual([network, 303]);
});

test("what a client says of its address counts for nothing", async () => {
  await withinOneMinute();
  const statuses: number[] = [];
  for (let count = 0; count < 7; count++) {
    const response = await sendJson("/comments", aText({ text: `Gefälscht ${count}` }), {
      ...limits,
      network: "198.51.100.1",
      headers: { "X-Forwarded-For": `10.0.0.${count}`, "X-Real-IP": `10.0.1.${count}` },
    });
    statuses.push(response.status);
  }
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
});

test("where the limits do not answer, comments wait for the author", async () => {
  const broken = { limit: () => Promise.reject(new Error("no limiter")) };
  await env.DB.prepare("INSERT OR REPLACE INTO settings (name, value) VALUES ('comments', ?1)")
    .bind(JSON.stringify({ hold: "none", mail: "owner" }))
    .run();
  const told = await leave({ text: "Ohne Zählung" }, { env: { COMMENT_LIMIT: broken } });
  const counted = await leave({ text: "Mit Zählung" });
  expect([told.status, counted.status]).toEqual(["pending", "approved"]);
  await mailIs("owner");
});

test("strangers use half of a day's writes, and are told when it goes on", async () => {
  const day = NOW().slice(0, 10);
  const spend = (rows: number) =>
    env.DB.prepare("INSERT OR REPLACE INTO visitor_writes (day, spent) VALUES (?1, ?2)")
      .bind(day, rows)
      .run();
  await spend(50_000);
  const response = await sendForm("/comments", aText({ text: "Nach dem letzten" }));
  expect(response.status).toBe(429);
  const wait = Number(response.headers.get("Retry-After"));
  expect(wait).toBeGreaterThan(60);
  expect(wait).toBeLessThanOrEqual(86_400);
  expect(await response.text()).toContain("Nach dem letzten");
  await spend(0);
});

test("10,000 comments in a minute: the post stays warm, what was thanked for is there, two mails at most", async () => {
  await env.DB.prepare("DELETE FROM outbox").run();
  const isolate = new Isolate();
  await consume([{ kind: "check" }]);
  await consume([{ kind: "admit", origin: ORIGIN, path: "/2010/03/viral/" }]);
  const kv = counting(env.CACHE);
  const office = new PostOffice();
  const thanked: string[] = [];
  let refused = 0;
  let slowest = 0;
  for (let round = 0; round < 200; round++) {
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, prefix) => {
        const text = `Flut ${round} aus Netz ${prefix}`;
        const fields = aText({ post: "/2010/03/viral/", text, submission: aSubmission() });
        return sendJson("/comments", fields, {
          env: { ...limits.env, CACHE: kv },
          network: `100.64.${prefix}.${round}`,
        });
      }),
    );
    for (const response of sent) {
      if (response.status === 201) thanked.push((await response.json<{ id: string }>()).id);
      else {
        expect(response.status).toBe(429);
        refused++;
      }
    }
    const cost = costOf(await visitIn({ isolate }, "/2010/03/viral/"));
    slowest = Math.max(slowest, cost["queries"] ?? 0);
  }
  expect(thanked.length + refused).toBe(10_000);
  expect(thanked.length).toBeGreaterThan(0);
  expect(thanked.length).toBeLessThanOrEqual(2 * 20);
  const found = await env.DB.prepare(
    "SELECT count(*) AS n FROM comments WHERE public_id IN (SELECT value FROM json_each(?1))",
  )
    .bind(JSON.stringify(thanked))
    .first<number>("n");
  expect(found).toBe(thanked.length);
  expect(slowest).toBe(0);
  expect(kv.asked.filter((call) => call.startsWith("put"))).toEqual([]);
  for (const minutes of [0, 1, 30, 59]) await cronAt(minutes, office);
  expect(office.letters.length).toBeLessThanOrEqual(2);
  expect((await visit("/2010/03/viral/")).status).toBe(200);
}, 180_000);

test("who is refused for sending too much costs the database nothing", async () => {
  const isolate = new Isolate();
  const { DB, asked } = brokenDb("fails");
  const send = (env: object) =>
    sendForm("/comments", aText({ text: "Noch einer" }), {
      ...{ isolate, network: "198.18.0.1", env: { ...limits.env, ...env } },
    });
  await send({});
  const refused = { limit: async () => ({ success: false }) };
  const response = await send({ DB, COMMENT_LIMIT: refused });
  expect(response.status).toBe(429);
  expect(await response.text()).toContain("Noch einer");
  expect(asked.batches).toBe(0);
});
