import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { hashToken } from "../../worker/auth/tokens.ts";
import { moderateComments } from "../../worker/content/comments/moderate.ts";
import { exportPerson } from "../../worker/content/comments/rights.ts";
import { pageText } from "../support/blog.ts";
import { owed } from "../support/cache.ts";
import { at } from "../support/mail.ts";
import { BEN, erase, everything, haveBen, POST, TOKEN } from "../support/person.ts";

const { DB, MEDIA } = env;

beforeEach(haveBen);

describe("who asks what is stored", () => {
  test("gets comments in every state, mentions and subscriptions, and nothing of anybody else", async () => {
    const all = await exportPerson(DB, BEN);
    expect(all).toMatchObject({
      comments: [
        { id: "a", text: "Bens Frage", status: "approved", quote: "Stelle", post: { path: POST } },
        { id: "p", status: "pending" },
        { id: "s", status: "pending" },
      ],
      mentions: [{ id: "m" }],
      subscriptions: [{ comment: "a", email: "ben@secret.test", consent: "1", confirmedAt: null }],
    });
    expect(JSON.stringify(all)).not.toMatch(/c@secret|Antwort|spam"/);
  });

  test("learns of spam only as the author", async () => {
    const { comments } = await exportPerson(DB, BEN, { frank: true });
    expect(comments).toContainEqual(
      expect.objectContaining({ id: "s", status: "spam", reasons: [] }),
    );
  });

  test("gets with a comment's token that comment alone", async () => {
    const all = await exportPerson(DB, { tokenHash: await hashToken(TOKEN) });
    expect(all).toMatchObject({ comments: [{ id: "a" }], mentions: [], subscriptions: [{}] });
  });
});

describe("who wants it gone", () => {
  test("leaves an empty place where others answered, and nothing anywhere else", async () => {
    expect((await erase("text")).sort()).toEqual(["a", "m", "p", "s"]);
    expect(await everything()).not.toMatch(/Bens|Kanarien|ben@|ben\.test|Stelle/i);
    const page = await pageText(POST);
    expect(page).toContain("Comment removed");
    expect(page).toContain("Antwort");
    expect((await owed()).at(-1)).toMatchObject({ kind: "change", gone: true });
  });

  test("may leave the text, and take the name, the addresses and the token", async () => {
    await erase("name");
    const page = await pageText(POST);
    expect(page).toContain("Bens Frage");
    expect(page).toContain("Anonym");
    expect(await everything()).not.toMatch(/Kanarien|ben@|ben\.test/i);
    expect(
      await DB.prepare("SELECT token_hash FROM comments WHERE public_id = 'a'").first(),
    ).toEqual({
      token_hash: null,
    });
    expect((await owed()).at(-1)).toMatchObject({ kind: "change", gone: true });
  });

  test("with a token takes that comment alone", async () => {
    expect(await erase("text", { tokenHash: await hashToken(TOKEN) })).toEqual(["a"]);
    expect(await everything()).toContain("Bens Wartendes");
  });

  test("is remembered by id alone, in the database and beside it, and never less than it was", async () => {
    await erase("text");
    await erase("name", { tokenHash: await hashToken(TOKEN) });
    const { objects } = await MEDIA.list({ prefix: "erasures/" });
    expect(objects.map(({ key }) => key)).toContain("erasures/a.json");
    expect(await (await MEDIA.get("erasures/a.json"))?.json()).toEqual({ id: "a", what: "text" });
    const { results } = await DB.prepare("SELECT * FROM erasures WHERE public_id = 'a'").all();
    expect(results).toEqual([{ public_id: "a", what: "text", at: at(1) }]);
  });

  test("cannot be undone by approving it again", async () => {
    await erase("text");
    await moderateComments(DB, ["a", "p"], "approve", { now: at(2) });
    expect(await pageText(POST)).toContain("Comment removed");
    expect(await DB.prepare("SELECT status FROM comments WHERE public_id = 'p'").first()).toEqual({
      status: "trash",
    });
  });
});
