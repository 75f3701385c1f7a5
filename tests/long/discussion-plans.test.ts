import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { linkTo } from "../../worker/auth/links.ts";
import { signerOf } from "../../worker/auth/signing.ts";
import { applyErasures } from "../../worker/content/comments/erasures.ts";
import { moderateComments } from "../../worker/content/comments/moderate.ts";
import { erasePerson, exportPerson } from "../../worker/content/comments/rights.ts";
import { countQueue, listQueue } from "../../worker/db/read/queue.ts";
import { oweAnswerMail } from "../../worker/db/write/outbox.ts";
import { insertPerson } from "../../worker/db/write/persons.ts";
import { forgetOld } from "../../worker/db/write/retention.ts";
import { confirmSubscription } from "../../worker/db/write/subscriptions.ts";
import { draftPost, havePosts } from "../support/blog.ts";
import { ORIGIN, visitIn } from "../support/house.ts";
import { at, cronAt, mailIs, PostOffice } from "../support/mail.ts";
import { haveManyComments } from "../support/many.ts";
import { type Asked, noting, scansOf } from "../support/plans.ts";
import { aText, leave, NOW, sendForm, sendJson } from "../support/talk.ts";

const EMAIL = "ben@secret.test";
const TOKEN = "p".repeat(22);
/** Looked through once an hour: what is kept for days only. Once a day: what was erased. The sidebar: the blogroll. */
const BOUNDED =
  /^DELETE FROM (mailed|persons|outbox|subscriptions) |FROM erasures e CROSS|^INSERT INTO site /;

/** Authors are few; of an index in order only the beginning is read; a parent that was found is one row. */
const SHORT = /SCAN authors$|USING COVERING INDEX comments_waited|SCAN parent LEFT-JOIN/;

beforeAll(async () => {
  await havePosts(draftPost("hello"));
  await mailIs("everyone");
});

/** Statements that read the whole of a table that grows. */
async function scans(asked: readonly Asked[]): Promise<string[]> {
  expect(asked.length).toBeGreaterThan(0);
  const found: string[] = [];
  for (const one of asked)
    if (!BOUNDED.test(one.sql))
      found.push(...(await scansOf(one)).filter((scan) => !SHORT.test(scan)));
  return found;
}

type Work = (DB: D1Database) => Promise<unknown>;

const fields = { submission: TOKEN, text: "Wie @Ben Anders in #1 sagt", notify: "1", email: EMAIL };
const link = () => linkTo(signerOf(env.DB, NOW()), ORIGIN, NOW());
const pathOf = (address: string) => address.slice(ORIGIN.length);

const WORK: readonly (readonly [string, Work])[] = [
  ["leaves a comment", (DB) => sendJson("/comments", aText(fields), { env: { DB } })],
  [
    "looks at what it will be",
    (DB) => sendJson("/comments/preview", { post: "/2010/03/hello/", ...fields }, { env: { DB } }),
  ],
  [
    "asks for a form",
    (DB) => visitIn({ env: { DB } }, "/comments/new/?post=/2010/03/hello/&parent=c1&at=1"),
  ],
  [
    "looks at its own, edits it, and takes it back",
    async (DB) => {
      const { id, token } = await leave({ text: "Meins" });
      const own = `/comments/${id}/`;
      await visitIn({ env: { DB } }, `${own}?token=${token}`);
      await sendJson("/comments/mine/", { tokens: [{ token }] }, { env: { DB } });
      await sendJson(own, { token, action: "edit", text: "Anders" }, { env: { DB } });
      await sendJson(own, { token, action: "withdraw" }, { env: { DB } });
    },
  ],
  [
    "follows answers, and reports one",
    async (DB) => {
      const { id } = await leave({ text: "Sichtbar" });
      await moderateComments(DB, [id], "approve", {
        now: NOW(),
        tell: (one) => oweAnswerMail(DB, one, { now: NOW() }),
      });
      await visitIn({ env: { DB } }, `/comments/${id}/feed.xml`);
      await sendForm(`/comments/${id}/report/`, { reason: "Nein" }, { env: { DB } });
    },
  ],
  [
    "asks what is stored, and has it erased",
    async (DB) => {
      await DB.batch(insertPerson(DB, { id: "x", email: EMAIL, now: NOW() }));
      await exportPerson(DB, { email: EMAIL });
      const records = { db: DB, bucket: env.MEDIA };
      const erasing = { what: "text", now: NOW(), anonymous: "Anonym" } as const;
      await erasePerson(records, { email: "nobody@secret.test" }, erasing);
    },
  ],
  [
    "moderates",
    async (DB) => {
      const { id } = await leave({ text: "Wartet" });
      await visitIn({ env: { DB } }, pathOf(await link().queueFeed()));
      await visitIn({ env: { DB } }, pathOf(await link().moderate(id)));
      for (const status of ["pending", "spam", "trash"] as const) {
        const every = { status, postId: null, authorId: null, after: null, limit: 50 };
        await listQueue(DB, { ...every, words: "" });
        await listQueue(DB, { ...every, words: "wort", postId: 1, authorId: 1 });
        await countQueue(DB, status);
      }
    },
  ],
  [
    "sends mails",
    async (DB) => {
      const { id } = await leave({ text: "Mit Post", notify: "1", email: EMAIL });
      await confirmSubscription(DB, id, NOW()).run();
      await cronAt(1, new PostOffice(), DB);
    },
  ],
  [
    "cleans up",
    async (DB) => {
      await DB.batch(forgetOld(DB, NOW()));
      await applyErasures({ db: DB, bucket: env.MEDIA, anonymous: "Anonym", now: at(0) });
    },
  ],
];

test.each(WORK)("who %s has no table read that grows", async (_, work) => {
  const asked: Asked[] = [];
  await work(noting(asked));
  expect(await scans(asked)).toEqual([]);
});

test("a name that nobody has costs no more below 5,000 comments than below a few hundred", async () => {
  await havePosts(draftPost("long"));
  const id = await env.DB.prepare("SELECT id FROM posts WHERE slug = 'long'").first<number>("id");
  await haveManyComments(id ?? 0, 5_000);
  let rows = 0;
  const count = <T extends D1Result>(results: T[]): T[] => {
    for (const { meta } of results) rows += meta.rows_read;
    return results;
  };
  const DB = {
    prepare: (sql: string) => env.DB.prepare(sql),
    batch: async (all: D1PreparedStatement[]) => count(await env.DB.batch(all)),
    withSession: () => DB,
  } as unknown as D1Database;
  const asked = { post: "/2010/03/long/", text: "@Niemand, @Keiner und @Irgendwer" };
  expect((await sendJson("/comments/preview", asked, { env: { DB } })).status).toBe(200);
  expect(rows).toBeLessThan(1_500);
});
