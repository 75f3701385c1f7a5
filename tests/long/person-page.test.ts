import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { draftComment, draftPost, haveComments, havePosts, visit } from "../support/blog.ts";
import { ORIGIN } from "../support/house.ts";
import { at, cronAt, forgetMails, mailIs, owedMails, PostOffice } from "../support/mail.ts";

const { DB } = env;
const PAGE = "/comments/person/";

beforeEach(async () => {
  await forgetMails();
  await mailIs("everyone");
  await havePosts(draftPost("hallo"));
  await haveComments(draftComment("hallo", "Mein Text", { publicId: "a" }));
  await DB.prepare(
    'UPDATE site SET json = json_set(json, \'$.comments\', json(\'{"mail":"everyone","night":"open"}\'))',
  ).run();
});

let networks = 0;

const send = (path: string, fields: Record<string, string>) =>
  visit(path, {
    method: "POST",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      // Each from elsewhere: the limit of requests has tests of its own.
      "CF-Connecting-IP": `2001:db8:${(++networks).toString(16)}::1`,
    },
    body: new URLSearchParams(fields).toString(),
  });

/** The address of what is stored, from the mail. */
async function linkFor(email: string): Promise<string> {
  const office = new PostOffice();
  await send(PAGE, { email });
  await cronAt(1, office);
  expect(office.letters.map(({ to }) => to)).toEqual([email.toLowerCase()]);
  return office.links.find((link) => link.includes("key="))?.replace(ORIGIN, "") ?? "";
}

test("known and unknown addresses get the same answer, and only known ones a mail", async () => {
  const known = await send(PAGE, { email: "ben@secret.test" });
  const unknown = await send(PAGE, { email: "nobody@secret.test" });
  expect([known.status, unknown.status]).toEqual([200, 200]);
  expect(await known.text()).toBe(await unknown.text());
  expect(await owedMails()).toHaveLength(1);
});

test("an address gets one mail a day, however often somebody asks", async () => {
  const office = new PostOffice();
  for (let time = 0; time < 20; time++) await send(PAGE, { email: "Ben@Secret.test" });
  for (const minute of [1, 2, 60, 23 * 60]) await cronAt(minute, office);
  expect(office.letters).toHaveLength(1);
});

test("the link of the mail shows what there is, without being an address itself", async () => {
  const link = await linkFor("ben@secret.test");
  expect(link).not.toMatch(/ben|secret\.test/i);
  const response = await visit(link);
  expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
  expect(await response.text()).toMatch(/ben@secret\.test[\s\S]*One comment/);
  expect(await DB.prepare("SELECT source FROM comments").first()).toEqual({ source: "Mein Text" });
});

describe("a button of that page", () => {
  test("gives everything as JSON", async () => {
    const response = await send(await linkFor("ben@secret.test"), { action: "export" });
    expect(response.headers.get("Content-Type")).toContain("application/json");
    expect(await response.json()).toMatchObject({ comments: [{ text: "Mein Text" }] });
  });

  test.each([
    ["erase", ""],
    ["anonymise", "Mein Text"],
  ])("can %s", async (action, source) => {
    const link = await linkFor("ben@secret.test");
    expect((await send(link, { action })).status).toBe(200);
    expect(await DB.prepare("SELECT source, email FROM comments").first()).toEqual({
      source,
      email: null,
    });
    expect((await visit(link)).status, "the address is forgotten").toBe(404);
  });
});

test("the link works for 24 hours", async () => {
  const link = await linkFor("ben@secret.test");
  const old = at(-24 * 60);
  await DB.prepare("UPDATE persons SET created_at = ?1").bind(old).run();
  expect((await visit(link)).status).toBe(404);
  expect((await send(link, { action: "erase" })).status).toBe(404);
  expect(await DB.prepare("SELECT source FROM comments").first()).toEqual({ source: "Mein Text" });
});

test("a blog that mails to nobody says so, and takes no address", async () => {
  await mailIs("owner");
  await DB.prepare("UPDATE site SET json = json_set(json, '$.comments.mail', 'owner')").run();
  const page = await (await visit(PAGE)).text();
  expect(page).not.toContain('<input type="email"');
  expect(page).toContain("writes no mails to visitors");
  await send(PAGE, { email: "ben@secret.test" });
  expect(await owedMails()).toEqual([]);
});

test.each(["", "ben", "a@b,c@d", "ben@secret.test\r\nBcc: x@y.test", `${"a".repeat(300)}@b.test`])(
  "%j is no address",
  async (email) => {
    const response = await send(PAGE, { email });
    expect(response.status).toBe(422);
    expect(await response.text()).toMatch(/aria-invalid="true"/);
    expect(await owedMails()).toEqual([]);
  },
);
