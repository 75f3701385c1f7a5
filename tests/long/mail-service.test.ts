import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, type MockInstance, test, vi } from "vitest";
import { deliverMail } from "../../worker/jobs/mail/deliver.ts";
import { draftPost, havePosts } from "../support/blog.ts";
import { answered, held, prepare } from "../support/journeys.ts";
import { cronAt, mailPortsAt, owedMails, PostOffice } from "../support/mail.ts";

let logged: MockInstance<typeof console.error>;

beforeEach(async () => {
  logged = vi.spyOn(console, "error").mockImplementation(() => {});
  await havePosts(draftPost("hallo", { title: "Hallo, Rand" }));
});

describe("a mail that somebody began to send", () => {
  const begin = async (office: PostOffice, minutes: number) => {
    const [id = 0] = (
      await env.DB.prepare("SELECT id FROM outbox").all<{ id: number }>()
    ).results.map((row) => row.id);
    // The process ends in the middle: nothing comes back, neither a result nor an error.
    const mailer = {
      send: (letter: Parameters<PostOffice["send"]>[0]) => {
        office.letters.push(letter);
        return new Promise<never>(() => {});
      },
    };
    void deliverMail(id, mailPortsAt(mailer, minutes));
    await vi.waitFor(() => expect(office.letters).not.toEqual([]));
  };

  test("is left alone for ten minutes, then sent once more under the same name, then given up", async () => {
    await prepare();
    await held(env.DB);
    const office = new PostOffice();
    await begin(office, 0);
    await cronAt(9, office);
    expect(office.letters).toHaveLength(1);
    await begin(office, 10);
    await vi.waitFor(() => expect(office.letters).toHaveLength(2));
    expect(office.letters[0]?.messageId).toBe(office.letters[1]?.messageId);
    await cronAt(20, office);
    expect(office.letters).toHaveLength(2);
    expect(await owedMails()).toEqual([]);
    const log = JSON.stringify(logged.mock.calls);
    expect(log).toContain("given up");
    expect(log).not.toMatch(/@owner\.test|held|Wort/);
  });

  test("is not sent by another at the same time, however often its message comes", async () => {
    await prepare();
    await held(env.DB);
    const office = new PostOffice();
    await Promise.all(Array.from({ length: 10 }, () => cronAt(0, office)));
    expect(office.letters).toHaveLength(1);
    expect(await owedMails()).toEqual([]);
  });
});

describe("a mail service that refuses", () => {
  test("for now is asked again, later each time, and in the end no more", async () => {
    await prepare();
    await held(env.DB);
    const office = new PostOffice();
    office.fate.push(...Array(5).fill({ outcome: "later", code: "E_DAILY_LIMIT_EXCEEDED" }));
    const asked: number[] = [];
    for (let minute = 0; minute < 600; minute++) {
      const before = office.fate.length;
      await cronAt(minute, office);
      if (office.fate.length < before) asked.push(minute);
    }
    expect(asked).toEqual([0, 2, 12, 72, 432]);
    expect(await owedMails()).toEqual([]);
  });

  test("once takes the letter the next time", async () => {
    await prepare();
    await held(env.DB);
    const office = new PostOffice();
    office.fate.push({ outcome: "later", code: "E_RATE_LIMIT_EXCEEDED" });
    for (const minute of [0, 1, 2]) await cronAt(minute, office);
    expect(office.letters).toHaveLength(1);
  });

  test("an address that is gone ends the subscription", async () => {
    await prepare();
    await answered(env.DB);
    const office = new PostOffice();
    office.fate.push({ outcome: "unreachable", code: "E_RECIPIENT_SUPPRESSED" });
    await cronAt(0, office);
    expect(await owedMails()).toEqual([]);
    expect(await env.DB.prepare("SELECT * FROM subscriptions").first()).toBeNull();
  });
});
