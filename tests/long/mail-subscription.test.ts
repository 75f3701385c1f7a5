import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { visit } from "../support/blog.ts";
import { answer, ask, haveQuestion, post, subscribed, subscriptions } from "../support/follow.ts";
import { ORIGIN } from "../support/house.ts";
import { cronAt, owedMails, PostOffice } from "../support/mail.ts";

const { DB } = env;

beforeEach(haveQuestion);

describe("who ticked the box", () => {
  test("is asked first, in a mail in which nothing stands that a stranger typed", async () => {
    const office = new PostOffice();
    await ask();
    await cronAt(0, office);
    expect(office.letters).toHaveLength(1);
    const [letter] = office.letters;
    expect(letter?.to).toBe("ben@secret.test");
    expect(letter?.text).toContain("Hallo, Rand");
    expect(letter?.text).not.toMatch(/Frage|Böse|x\.test/);
    expect(
      office.links.every((link) => link.startsWith(`${ORIGIN}/`) || link.startsWith(ORIGIN)),
    ).toBe(true);
    await answer(1, "Schon?");
    await cronAt(1, office);
    expect(office.letters).toHaveLength(1);
  });

  test("confirms with a button: looking at the link, however often and by whom, does nothing", async () => {
    const office = new PostOffice();
    await ask();
    await cronAt(0, office);
    const link = (office.links.at(-1) ?? "").replace(ORIGIN, "");
    for (const method of ["GET", "HEAD", "GET"]) {
      const response = await visit(link, { method });
      expect(response.status).toBe(200);
      expect(response.headers.get("Cache-Control")).toBe("private, no-store");
      expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(response.headers.get("X-Robots-Tag")).toBe("noindex");
    }
    expect(await subscriptions()).toMatchObject([{ confirmed_at: null }]);
    expect(await (await post(link)).text()).toContain("You will hear of answers");
    const [row] = await subscriptions();
    expect(row).toMatchObject({ confirmed_at: expect.any(String), consent: "1" });
    await post(link);
    expect(await subscriptions()).toEqual([row]);
  });
});

describe("who confirmed", () => {
  test("hears of answers, ten minutes apart, each once, and never of their own", async () => {
    const office = await subscribed();
    await answer(20, "Meine eigene", "BEN@secret.test");
    await cronAt(20, office);
    expect(office.letters).toHaveLength(1);
    await answer(20, "Die erste");
    await cronAt(20, office);
    expect(office.letters[1]?.text).toContain("> Die erste");
    expect(office.letters[1]?.text).not.toContain("Meine eigene");
    await answer(21, "Die zweite");
    await answer(22, "Die dritte");
    await cronAt(22, office);
    await cronAt(29, office);
    expect(office.letters).toHaveLength(2);
    await cronAt(30, office);
    expect(office.letters[2]).toMatchObject({
      subject: expect.stringContaining("2 answers"),
      text: expect.not.stringContaining("Die erste"),
    });
    expect(await owedMails()).toEqual([]);
  });

  test("is told nothing of an answer that was removed before the mail went out", async () => {
    const office = await subscribed();
    await answer(20, "Weg");
    await DB.prepare("UPDATE comments SET status = 'trash' WHERE source = 'Weg'").run();
    await cronAt(20, office);
    expect(office.letters).toHaveLength(1);
    expect(await owedMails()).toEqual([]);
  });

  test("ends it with a button, or with one click of the mail program, without a cookie", async () => {
    const office = await subscribed();
    await answer(20, "Antwort");
    await cronAt(20, office);
    const link = office.letters.at(-1)?.unsubscribe ?? "";
    expect(office.letters.at(-1)?.text).toContain(link);
    await visit(link.replace(ORIGIN, ""));
    expect(await subscriptions()).toHaveLength(1);
    const body = "List-Unsubscribe=One-Click";
    expect((await post(link, { body })).status).toBe(200);
    expect(await subscriptions()).toEqual([]);
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    const again = await post(link, { body: form, headers: {} });
    expect(again.status).toBe(200);
    await answer(40, "Zu spät");
    expect(await owedMails()).toEqual([]);
  });
});
