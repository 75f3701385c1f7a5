import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { tryMail } from "../../worker/handlers/api/test-mail.ts";
import { haveToken } from "../support/api.ts";
import { draftComment, draftPost, haveComments, havePosts, visit } from "../support/blog.ts";
import { ORIGIN } from "../support/house.ts";
import { at, forgetMails, PostOffice } from "../support/mail.ts";

const { DB } = env;
let token = "";

beforeEach(async () => {
  await forgetMails();
  await DB.prepare("DELETE FROM settings").run();
  token = await haveToken({ scopes: "moderate" });
  await havePosts(draftPost("hallo", { title: "Hallo, Rand" }));
  await haveComments(draftComment("hallo", "Ein Wort", { publicId: "held", status: "pending" }));
});

const ask = async (path: string, body?: unknown, bearer = token) => {
  const response = await visit(path, {
    method: body === undefined ? "GET" : "POST",
    headers: { Authorization: `Bearer ${bearer}`, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, data: (await response.json()) as Record<string, unknown> };
};

const set = (typed: Record<string, string>) => ask("/api/settings/comments", typed);

describe("the rules", () => {
  test("are what they are until somebody sets them, all at once or not at all", async () => {
    expect((await ask("/api/settings/comments")).data).toMatchObject({
      hold: "newcomers",
      links: 2,
    });
    const { data } = await set({ hold: "all", links: "3", words: "Casino, Roulette,,Casino" });
    expect(data).toMatchObject({ hold: "all", links: 3, words: ["Casino", "Roulette"] });
    expect((await set({ hold: "none", links: "many" })).status).toBe(422);
    expect((await ask("/api/settings/comments")).data).toMatchObject({ hold: "all", links: 3 });
  });

  test.each([
    [{ hold: "some" }],
    [{ links: "-1" }],
    [{ links: "1e3" }],
    [{ closeAfterDays: "0" }],
    [{ hosts: "not a host" }],
    [{ editMinutes: "9999" }],
    [{ mailFrom: "nobody" }],
    [{ mailTo: "a@b.test, nobody" }],
    [{ mail: "owner" }],
    [{ night: "closed", nightUntil: "2010-01-01" }],
    [{ constructor: "x" }],
    [{ volume: "11" }],
  ])("%o makes no sense, and a sentence says so", async (typed) => {
    const { status, data } = await set(typed as Record<string, string>);
    expect(status).toBe(422);
    expect(data["detail"]).toMatch(/\w+ \w+/);
  });

  test("hosts are kept as hosts, and days may be none", async () => {
    const { data } = await set({
      hosts: "https://Spam.test/x, BÜCHER.test",
      closeAfterDays: "never",
    });
    expect(data).toMatchObject({
      hosts: ["spam.test", "xn--bcher-kva.test"],
      closeAfterDays: null,
    });
  });

  test("a bad night ends in the morning, or when it was said", async () => {
    const night = (await set({ night: "closed" })).data["nightUntil"];
    expect(night).toMatch(/T06:00:00Z$/);
    expect(Date.parse(String(night)) - Date.now()).toBeLessThanOrEqual(86_400_000);
    expect((await set({ hold: "all" })).data).toMatchObject({ night: "closed", nightUntil: night });
    const said = await set({ night: "held", nightUntil: "2099-01-01 08:00 +0100" });
    expect(said.data).toMatchObject({ nightUntil: "2099-01-01T07:00:00Z" });
    expect((await set({ night: "open" })).data).toMatchObject({ night: "open", nightUntil: null });
  });

  test("a change of them reaches the pages", async () => {
    await set({ night: "closed" });
    const { results } = await DB.prepare(
      "SELECT tags FROM changes ORDER BY seq DESC LIMIT 1",
    ).all();
    expect(results).toEqual([{ tags: '["site"]' }]);
  });
});

describe("mail to everybody", () => {
  const blog = (office: PostOffice) => ({ db: DB, mailer: office, origin: ORIGIN });

  test("needs a test that was taken, from the same address", async () => {
    await set({ mailFrom: "blog@blog.test" });
    expect((await set({ mail: "everyone" })).status).toBe(422);
    const office = new PostOffice();
    await tryMail(blog(office), "stranger@y.test", at(0));
    expect(office.letters).toMatchObject([
      { to: "stranger@y.test", from: { email: "blog@blog.test" } },
    ]);
    expect((await set({ mail: "everyone" })).data).toMatchObject({
      mail: "everyone",
      mailTested: at(0),
    });
    await set({ mail: "owner", mailFrom: "other@blog.test" });
    expect((await set({ mail: "everyone" })).status).toBe(422);
  });

  test("stays off where Cloudflare takes mails to verified addresses alone", async () => {
    await set({ mailFrom: "blog@blog.test" });
    const office = new PostOffice();
    office.fate.push({ outcome: "never", code: "E_RECIPIENT_NOT_ALLOWED" });
    await expect(tryMail(blog(office), "stranger@y.test", at(0))).rejects.toThrow(/verified/);
    expect((await set({ mail: "everyone" })).status).toBe(422);
    expect((await set({ mail: "owner" })).status).toBe(200);
  });
});
