import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { subscribe } from "../../worker/db/write/subscriptions.ts";
import { draftComment, draftPost, haveComments, havePosts } from "../support/blog.ts";
import { at, cronAt, forgetMails, mailIs, owedMails, PostOffice } from "../support/mail.ts";

const { DB } = env;

beforeEach(async () => {
  await forgetMails();
  await mailIs("everyone");
  await havePosts(draftPost("hallo", { title: "Hallo, Rand" }));
  await haveComments(
    draftComment("hallo", "Frage", { publicId: "q", name: "Böse https://x.test" }),
  );
});

const ask = (minutes = 0, comment = "q", email = "Ben@Secret.test") =>
  DB.batch(subscribe(DB, { commentPublicId: comment, email, now: at(minutes) }));

describe("nobody is bombed with mails", () => {
  test("an address that is typed below a hundred comments gets one mail that day", async () => {
    const office = new PostOffice();
    for (let number = 0; number < 100; number++) {
      const publicId = `bomb${number}`;
      await haveComments(draftComment("hallo", "Wort", { publicId, status: "pending" }));
      await ask(number, publicId, "victim@secret.test");
      await cronAt(number, office);
    }
    for (let minute = 100; minute < 24 * 60; minute += 60) await cronAt(minute, office);
    expect(office.letters).toHaveLength(1);
  });

  test("a hundred addresses that nobody confirmed get thirty mails in the hour", async () => {
    const office = new PostOffice();
    for (let number = 0; number < 100; number++) {
      const publicId = `many${number}`;
      await haveComments(draftComment("hallo", "Wort", { publicId, status: "pending" }));
      await ask(0, publicId, `victim${number}@secret.test`);
    }
    for (const minute of [0, 1, 2, 30, 59]) await cronAt(minute, office);
    expect(office.letters).toHaveLength(30);
    for (const minute of [61, 62]) await cronAt(minute, office);
    expect(office.letters).toHaveLength(60);
  });

  test("spam brings nobody a mail, nor does a blog that does not mail to everybody", async () => {
    await haveComments(draftComment("hallo", "Spam", { publicId: "spam", status: "spam" }));
    await ask(0, "spam");
    await mailIs("owner");
    await ask(0, "q");
    expect(await owedMails()).toEqual([]);
    expect(await DB.prepare("SELECT * FROM subscriptions").first()).toBeNull();
  });
});
