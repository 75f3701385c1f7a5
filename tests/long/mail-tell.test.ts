import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { draftPost, havePosts } from "../support/blog.ts";
import { cronAt, forgetMails, mailIs, owedMails, PostOffice } from "../support/mail.ts";
import { aText, sendForm, sendJson } from "../support/talk.ts";

const { DB } = env;

beforeEach(async () => {
  await forgetMails();
  await mailIs("everyone");
  await havePosts(draftPost("hello"));
});

const setHold = (hold: string) =>
  DB.prepare("UPDATE settings SET value = json_set(value, '$.hold', ?1) WHERE name = 'comments'")
    .bind(hold)
    .run();

test("a comment that waits is told to the owner, and a box that was ticked to the address", async () => {
  const ticked = { email: "ben@secret.test", notify: "1" };
  expect((await sendForm("/comments", aText(ticked))).status).toBe(303);
  expect((await owedMails()).sort()).toEqual(["confirm:ben@secret.test", "owner:anna@owner.test"]);
});

test("without the box, or without an address, nobody is asked to confirm", async () => {
  await sendForm("/comments", aText({ email: "ben@secret.test" }));
  await sendForm("/comments", aText({ notify: "1", text: "Ein anderer Text" }));
  expect(await owedMails()).toEqual(["owner:anna@owner.test"]);
});

test("a comment that appears at once waits for nobody", async () => {
  await setHold("none");
  await sendForm("/comments", aText({}));
  expect(await owedMails()).toEqual([]);
});

test("spam is told to nobody", async () => {
  const text =
    "Buy cheap pills <a href=https://a.example>here</a> [url=https://b.example]b[/url] https://c.example";
  const spam = aText({ text, subject: "trap", email: "ben@secret.test", notify: "1" });
  await sendForm("/comments", spam);
  expect(await DB.prepare("SELECT status FROM comments").first()).toEqual({ status: "spam" });
  expect(await owedMails()).toEqual([]);
});

test("the same comment sent twice is told once", async () => {
  const once = { ...aText({}), submission: "s".repeat(22) };
  const office = new PostOffice();
  for (let time = 0; time < 3; time++) await sendJson("/comments", once);
  await cronAt(1, office);
  await cronAt(2, office);
  expect(office.letters).toHaveLength(1);
});

test("a comment that was reported waits, and is told", async () => {
  await setHold("none");
  const response = await sendJson("/comments", { ...aText({}), submission: "r".repeat(22) });
  const { id } = await response.json<{ id: string }>();
  await sendForm(`/comments/${id}/report/`, { reason: "Unfug" });
  const office = new PostOffice();
  await cronAt(1, office);
  expect(office.letters[0]?.text).toContain("Reported: Unfug");
});

test("a comment that was changed so that it waits again is told", async () => {
  await setHold("none");
  const token = "e".repeat(22);
  const response = await sendJson("/comments", { ...aText({}), submission: token });
  const { id } = await response.json<{ id: string }>();
  const text = "Neu: https://a.example und https://b.example und https://c.example";
  await sendForm(`/comments/${id}/`, { token, action: "edit", text });
  expect(await DB.prepare("SELECT status FROM comments").first()).toEqual({ status: "pending" });
  expect(await owedMails()).toEqual(["owner:anna@owner.test"]);
});
