import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { oweOwnerMail } from "../../worker/db/write/outbox.ts";
import { draftComment, draftPost, haveComments, havePosts } from "../support/blog.ts";
import { at, cronAt, forgetMails, mailIs, owedMails, PostOffice } from "../support/mail.ts";

beforeEach(async () => {
  await forgetMails();
  await havePosts(draftPost("hallo", { title: "Hallo, Rand" }));
  await mailIs("owner");
});

const hold = async (minutes: number, text: string, name = "Ben"): Promise<void> => {
  await haveComments(draftComment("hallo", text, { status: "pending", name }));
  await env.DB.batch(oweOwnerMail(env.DB, { now: at(minutes) }));
};

test("the first held comment is told at once, then one mail an hour tells all that wait", async () => {
  const office = new PostOffice();
  await hold(0, "Erster");
  await cronAt(0, office);
  expect(office.letters).toHaveLength(1);
  expect(office.letters[0]).toMatchObject({
    to: "anna@owner.test",
    from: { email: "blog@blog.test" },
    subject: expect.stringContaining("a comment is waiting"),
    text: expect.stringContaining("> Erster"),
  });
  for (const minute of [1, 2, 30, 59]) {
    await hold(minute, `Um ${minute}`);
    await cronAt(minute, office);
  }
  expect(office.letters).toHaveLength(1);
  await cronAt(60, office);
  expect(office.letters).toHaveLength(2);
  expect(office.letters[1]?.subject).toContain("5 comments are waiting");
  expect(await owedMails()).toEqual([]);
});

test("a mail says what waits when it is sent, and nothing where all was decided meanwhile", async () => {
  const office = new PostOffice();
  await hold(0, "Vorbei");
  await env.DB.prepare("UPDATE comments SET status = 'approved', number = 1").run();
  await cronAt(0, office);
  expect(office.letters).toEqual([]);
  expect(await owedMails()).toEqual([]);
});

test("what is held while a mail is on its way is told an hour later", async () => {
  const office = new PostOffice();
  await hold(0, "Erster");
  const send = office.send;
  office.send = async (letter) => {
    await hold(0, "Dazwischen");
    office.send = send;
    return send(letter);
  };
  await cronAt(0, office);
  expect(await owedMails()).toEqual(["owner:anna@owner.test"]);
  await cronAt(59, office);
  expect(office.letters).toHaveLength(1);
  await cronAt(60, office);
  expect(office.letters[1]?.text).toContain("Dazwischen");
  expect(await owedMails()).toEqual([]);
});

test("with mail off nothing is owed; switched off later, nothing is sent", async () => {
  await mailIs("off");
  await hold(0, "Still");
  expect(await owedMails()).toEqual([]);
  await mailIs("owner");
  await hold(0, "Laut");
  await mailIs("off");
  const office = new PostOffice();
  await cronAt(0, office);
  expect(office.letters).toEqual([]);
  expect(await owedMails()).toEqual([]);
});

test("every person who moderates gets a mail of their own", async () => {
  await env.DB.prepare(
    `UPDATE settings SET value = json_set(value, '$.to', json('["a@owner.test","b@owner.test"]')) WHERE name = 'mail'`,
  ).run();
  const office = new PostOffice();
  await hold(0, "Wort");
  await cronAt(0, office);
  expect(office.letters.map(({ to }) => to)).toEqual(["a@owner.test", "b@owner.test"]);
});

test("without an address in the setting the owners of the blog are told", async () => {
  await env.DB.batch([
    env.DB.prepare("UPDATE settings SET value = json_remove(value, '$.to') WHERE name = 'mail'"),
    env.DB.prepare("UPDATE authors SET role = 'owner' WHERE slug = 'anna'"),
  ]);
  await hold(0, "Wort");
  expect(await owedMails()).toEqual(["owner:anna@secret.test"]);
});

test("a long queue makes a short mail", async () => {
  for (let number = 0; number < 30; number++) await hold(0, "x".repeat(5_000), "n".repeat(200));
  const office = new PostOffice();
  await cronAt(0, office);
  expect(office.links).toHaveLength(10);
  expect(office.letters[0]?.text).toContain("And 20 more");
  expect(office.letters[0]?.text.length).toBeLessThan(12_000);
});
