import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { sendOwedMail } from "../../worker/cache/owed.ts";
import { oweOwnerMail } from "../../worker/db/write/outbox.ts";
import worker from "../../worker/index.ts";
import { runCron } from "../../worker/jobs/cron.ts";
import { cronPorts } from "../../worker/jobs/ports.ts";
import { draftComment, haveComments } from "../support/blog.ts";
import { consume, portsOf } from "../support/cache.ts";
import { startAnew } from "../support/consumer.ts";
import { failingQueue, OneFailure } from "../support/failing.ts";
import { realClock } from "../support/house.ts";
import { at, forgetMails, mailIs, owedMails } from "../support/mail.ts";

const { DB } = env;
const NEVER = new OneFailure(99, "before");

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await startAnew();
  await forgetMails();
  await mailIs("owner");
});

const hold = async () => {
  await haveComments(draftComment("hallo", "Wort", { status: "pending" }));
  await DB.batch(oweOwnerMail(DB, { now: at(0) }));
};

/** One message through the queue's consumer, with a binding for mail that keeps what it is given. */
async function deliver(body: unknown) {
  const sent: { to?: string; headers?: Record<string, string> }[] = [];
  const send = async (mail: object) => void sent.push(mail);
  const batch = createMessageBatch("randnotiz-jobs", [
    { id: "1", timestamp: new Date(), attempts: 1, body },
  ]);
  const context = createExecutionContext();
  const MAIL = { send } as unknown as SendEmail;
  await worker.queue(batch, { ...env, MAIL }, context);
  const { explicitAcks, retryMessages } = await getQueueResult(batch, context);
  return { sent, acked: explicitAcks.length, retried: retryMessages.length };
}

describe("a mail", () => {
  test("goes from the outbox through the queue to Cloudflare's binding", async () => {
    await hold();
    const queue = failingQueue(NEVER);
    await sendOwedMail(DB, queue, at(0));
    const { sent, acked } = await deliver(queue.bodies[0]);
    expect(acked).toBe(1);
    expect(sent).toMatchObject([{ to: "anna@owner.test", subject: expect.any(String) }]);
    expect(await owedMails()).toEqual([]);
    expect((await deliver(queue.bodies[0])).sent).toEqual([]);
  });

  test("of another release goes back to the queue", async () => {
    expect(await deliver({ kind: "mail", id: "x" })).toMatchObject({ acked: 0, retried: 1 });
  });

  test("whose message was lost is sent on by cron, each minute until it is gone", async () => {
    await hold();
    const queue = failingQueue(NEVER);
    const ports = cronPorts({ ...env, JOBS: queue }, realClock, portsOf());
    for (const minute of [0, 1]) {
      const run = { ...ports, send: async () => {} };
      await runCron(run, new Date(at(minute)));
    }
    expect(queue.bodies).toEqual([queue.bodies[0], queue.bodies[0]]);
    await deliver(queue.bodies[0]);
    await sendOwedMail(DB, queue, at(2));
    expect(queue.bodies).toHaveLength(2);
  });

  test("is neither sent nor owed for ever by a blog without a binding for mail", async () => {
    await hold();
    const [id] = (await DB.prepare("SELECT id FROM outbox").all<{ id: number }>()).results;
    const batch = createMessageBatch("randnotiz-jobs", [
      { id: "1", timestamp: new Date(), attempts: 1, body: { kind: "mail", id: id?.id } },
    ]);
    const { MAIL: _, ...without } = env;
    await worker.queue(batch, without as typeof env, createExecutionContext());
    expect(await owedMails()).toEqual([]);
  });
});

describe("cron", () => {
  const runAt = async (time: string) => {
    const done: string[] = [];
    const note = (name: string) => async () => void done.push(name);
    const ports = cronPorts(env, realClock, portsOf());
    const noted = { forgetOld: note("forgetOld"), applyErasures: note("applyErasures") };
    await runCron({ ...ports, ...noted, send: async () => {} }, new Date(time));
    return done;
  };

  test("forgets what is old each hour, and erases again once a day", async () => {
    expect(await runAt("2026-05-01T12:29:00Z")).toEqual([]);
    expect(await runAt("2026-05-01T12:30:00Z")).toEqual(["forgetOld"]);
    expect(await runAt("2026-05-02T03:30:00Z")).toEqual(["forgetOld", "applyErasures"]);
  });
});

test("a database that was taken back is noticed, and what was erased is erased again", async () => {
  await consume([{ kind: "check" }]);
  await haveComments(draftComment("hallo", "Kanarienvogel", { publicId: "back" }));
  await env.MEDIA.put("erasures/back.json", "{}", { customMetadata: { what: "text" } });
  const queue = failingQueue(NEVER);
  await consume([{ kind: "check" }], { JOBS: queue });
  expect(queue.bodies).toEqual([]);
  await env.MEDIA.put("caches/newest", JSON.stringify({ seq: 99, at: at(0) }));
  await consume([{ kind: "check" }], { JOBS: queue });
  expect(queue.bodies).toEqual([{ kind: "erasures" }]);
  await deliver(queue.bodies[0]);
  const row = await DB.prepare(
    "SELECT source, status FROM comments WHERE public_id = 'back'",
  ).first();
  expect(row).toEqual({ source: "", status: "trash" });
});
