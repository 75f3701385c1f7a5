import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { sendOwedMail } from "../../worker/cache/owed.ts";
import { deliverMail } from "../../worker/jobs/mail/deliver.ts";
import { draftPost, havePosts } from "../support/blog.ts";
import { failingDb, failingQueue, OneFailure, type When } from "../support/failing.ts";
import { answered, held, type Journey, prepare } from "../support/journeys.ts";
import { at, cronAt, mailPortsAt, owedMails, PostOffice } from "../support/mail.ts";

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await havePosts(draftPost("hallo", { title: "Hallo, Rand" }));
});

/** The journey to the end with one operation failing; a writer whose request failed asks once more. */
async function travel(journey: Journey, failure: OneFailure, office: PostOffice) {
  const db = failingDb(env.DB, failure);
  const queue = failingQueue(failure);
  await journey(db).catch(() => journey(db));
  await sendOwedMail(db, queue, at(0));
  const mailer = {
    send: (letter: Parameters<PostOffice["send"]>[0]) => failure.on(() => office.send(letter)),
  };
  for (const body of queue.bodies as { id: number }[])
    await deliverMail(body.id, mailPortsAt(mailer, 0, db)).catch(() => {});
  await cronAt(1, office);
  await cronAt(2, office);
}

describe.each([
  ["a held comment is told to its owner", held, "anna@owner.test"],
  ["an approved answer is told to whoever asked", answered, "ben@secret.test"],
])("%s", (_, journey, to) => {
  test.each(["before", "after"] satisfies When[])(
    "with any operation failing once %s its effect, and the outbox is empty after two crons",
    async (when) => {
      for (let operation = 0; ; operation++) {
        await prepare();
        const failure = new OneFailure(operation, when);
        const office = new PostOffice();
        await travel(journey, failure, office);
        const seen = office.letters.map((letter) => letter.to);
        const about = `operation ${operation}`;
        expect(await owedMails(), about).toEqual([]);
        expect(new Set(seen), about).toEqual(new Set([to]));
        // Only a mail service that took the letter and said nothing is given it twice, under one name.
        expect(seen.length, about).toBeLessThanOrEqual(when === "after" ? 2 : 1);
        expect(new Set(office.letters.map(({ messageId }) => messageId)).size, about).toBe(1);
        if (!failure.happened) {
          expect(seen).toHaveLength(1);
          expect(operation).toBeGreaterThan(5);
          return;
        }
      }
    },
  );
});
