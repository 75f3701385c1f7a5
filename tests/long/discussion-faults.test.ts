import { env } from "cloudflare:workers";
import { beforeEach, expect, test, vi } from "vitest";
import { listOwedMail } from "../../worker/cache/owed.ts";
import { moderateComments } from "../../worker/content/comments/moderate.ts";
import { oweAnswerMail } from "../../worker/db/write/outbox.ts";
import { confirmSubscription } from "../../worker/db/write/subscriptions.ts";
import { runCron } from "../../worker/jobs/cron.ts";
import { deliverMail } from "../../worker/jobs/mail/deliver.ts";
import { mailPorts } from "../../worker/jobs/mail/ports.ts";
import { parseRefresh, type RefreshMessage } from "../../worker/jobs/messages.ts";
import { cronPorts } from "../../worker/jobs/ports.ts";
import { refresh } from "../../worker/jobs/refresh.ts";
import { draftPost, havePosts } from "../support/blog.ts";
import { portsOf } from "../support/cache.ts";
import { failingDb, failingKv, failingQueue, OneFailure, type When } from "../support/failing.ts";
import { realClock } from "../support/house.ts";
import { forgetMails, mailIs, PostOffice } from "../support/mail.ts";
import { aText, NOW, sendJson, type Told } from "../support/talk.ts";

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await havePosts(draftPost("hello"));
});

interface Road {
  readonly DB: D1Database;
  readonly CACHE: KVNamespace;
  readonly REFRESH: Queue & { readonly bodies: unknown[] };
  readonly JOBS: Queue & { readonly bodies: unknown[] };
  readonly failure: OneFailure;
  readonly office: PostOffice;
}

function roadWith(failure: OneFailure): Road {
  return {
    ...{ DB: failingDb(env.DB, failure), CACHE: failingKv(env.CACHE, failure) },
    ...{ REFRESH: failingQueue(failure), JOBS: failingQueue(failure) },
    ...{ failure, office: new PostOffice() },
  };
}

/** Sends as the island does: the same submission again until it is thanked for. */
async function comment(
  road: Road,
  submission: string,
  fields: Readonly<Record<string, string>>,
): Promise<Told> {
  const { DB, CACHE, REFRESH, JOBS } = road;
  for (let tries = 0; tries < 3; tries++) {
    const bindings = { DB, CACHE, REFRESH, JOBS };
    const response = await sendJson("/comments", aText({ ...fields, submission }), {
      env: bindings,
    });
    if (response.status === 201) return response.json<Told>();
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).not.toBeNull();
  }
  throw new Error("Never thanked for");
}

/** Decides as an author does, who presses the button again when it did not work. */
async function approve({ DB }: Road, id: string): Promise<void> {
  const tell = (answer: string) => oweAnswerMail(DB, answer, { now: NOW() });
  const work = () => moderateComments(DB, [id], "approve", { now: NOW(), tell });
  await work().catch(work);
}

/** What the queues carry, each message again where it failed. */
async function carry({ DB, CACHE, REFRESH, JOBS, failure, office }: Road): Promise<void> {
  const ports = () => ({ ...portsOf({ DB, CACHE }), later: async () => {} });
  const messages = REFRESH.bodies.splice(0).flatMap((body) => parseRefresh(body) ?? []);
  if (messages.length > 0) await refresh(messages, ports()).catch(() => refresh(messages, ports()));
  const mailer = {
    send: (letter: Parameters<PostOffice["send"]>[0]) => failure.on(() => office.send(letter)),
  };
  for (const { id } of JOBS.bodies.splice(0) as { id: number }[])
    await deliverMail(id, mailPorts({ ...env, DB }, realClock, mailer)).catch(() => {});
}

/** Cron so many minutes later, when nothing fails any more. */
async function cron(minutes: number, office: PostOffice): Promise<void> {
  const clock = { ...realClock, now: () => Date.now() + minutes * 60_000 };
  const sent: RefreshMessage[] = [];
  const ports = cronPorts(env, clock, portsOf());
  const send = async (messages: readonly RefreshMessage[]) => void sent.push(...messages);
  const sendMails = async (now: string) => {
    for (const { id } of await listOwedMail(env.DB, now))
      await deliverMail(id, mailPorts(env, clock, office)).catch(() => {});
  };
  await runCron({ ...ports, send, sendMails }, new Date(clock.now()));
  if (sent.length > 0) await refresh(sent, { ...portsOf(), later: async () => {} });
}

/** Comment, approve, reply, notify. */
async function journey(road: Road): Promise<readonly [Told, Told]> {
  const first = await comment(road, "first".padEnd(22, "-"), {
    ...{ text: "Eine Frage", email: "ben@secret.test", notify: "1" },
  });
  await carry(road);
  await cron(1, road.office);
  await approve(road, first.id);
  await confirmSubscription(env.DB, first.id, NOW()).run();
  await carry(road);
  const reply = await comment(road, "reply".padEnd(22, "-"), {
    ...{ text: "Eine Antwort", name: "Dora", parent: first.id },
  });
  await approve(road, reply.id);
  await carry(road);
  await cron(61, road.office);
  await cron(122, road.office);
  return [first, reply];
}

const rows = async (sql: string) => (await env.DB.prepare(sql).all()).results;

test.each(["before", "after"] satisfies When[])(
  "comment, approve, reply, notify: with any operation failing once %s its effect nothing is lost or doubled",
  async (when) => {
    for (let operation = 0; ; operation++) {
      await forgetMails();
      await mailIs("everyone");
      const failure = new OneFailure(operation, when);
      const road = roadWith(failure);
      const [first, reply] = await journey(road);
      const about = `operation ${operation}`;
      const stored = await rows("SELECT public_id, status, number FROM comments ORDER BY number");
      expect(stored, about).toMatchObject([
        { public_id: first.id, status: "approved" },
        { public_id: reply.id, status: "approved" },
      ]);
      expect(new Set(stored.map(({ number }) => number)).size, about).toBe(2);
      expect(await rows("SELECT replies FROM comments WHERE replies <> 0"), about).toHaveLength(1);
      expect(await rows("SELECT * FROM outbox"), about).toEqual([]);
      const told = (to: string, words: string) =>
        road.office.letters
          .filter((letter) => letter.to === to && letter.text.includes(words))
          .map(({ messageId }) => messageId);
      const answers = told("ben@secret.test", "Eine Antwort");
      expect(new Set(answers).size, about).toBe(1);
      // Only a mail service that took the letter and said nothing is given it twice.
      expect(answers.length, about).toBeLessThanOrEqual(when === "after" ? 2 : 1);
      expect(new Set(told("anna@owner.test", "Eine Frage")).size, about).toBe(1);
      if (!failure.happened) {
        expect(operation).toBeGreaterThan(15);
        return;
      }
    }
  },
  300_000,
);
