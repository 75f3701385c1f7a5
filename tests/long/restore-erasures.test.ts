import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { hashToken } from "../../worker/auth/tokens.ts";
import { applyErasures } from "../../worker/content/comments/erasures.ts";
import { erasePerson } from "../../worker/content/comments/rights.ts";
import { subscribe } from "../../worker/db/write/subscriptions.ts";
import { draftComment, draftPost, haveComments, havePosts, pageText } from "../support/blog.ts";
import { owed } from "../support/cache.ts";
import { at, forgetMails, mailIs } from "../support/mail.ts";

const { DB, MEDIA } = env;
const records = { db: DB, bucket: MEDIA };
const POST = "/2010/03/hallo/";
const BEN = { email: "BEN@secret.test" };
const TOKEN = "t".repeat(22);

beforeEach(async () => {
  await forgetMails();
  await DB.prepare("DELETE FROM erasures").run();
  for (const { key } of (await MEDIA.list()).objects) await MEDIA.delete(key);
  await mailIs("everyone");
  await havePosts(draftPost("hallo", { title: "Hallo, Rand" }));
  const ben = { name: "Ben Kanarienvogel", url: "https://ben.test/", email: "ben@Secret.test" };
  await haveComments(draftComment("hallo", "Bens Frage", { publicId: "a", ...ben }));
  await haveComments(
    draftComment("hallo", "Antwort", {
      publicId: "b",
      parentPublicId: "a",
      email: "c@secret.test",
    }),
    draftComment("hallo", "Bens Wartendes", { publicId: "p", status: "pending", ...ben }),
    draftComment("hallo", "Bens Spam", { publicId: "s", status: "spam", ...ben }),
    draftComment("hallo", "Bens Verweis", { publicId: "m", kind: "webmention", ...ben }),
  );
  const tokenHash = await hashToken(TOKEN);
  await DB.batch([
    DB.prepare("UPDATE comments SET token_hash = ?1, quote = 'Stelle' WHERE public_id = 'a'").bind(
      tokenHash,
    ),
    ...subscribe(DB, { commentPublicId: "a", email: ben.email, now: at(0) }),
    DB.prepare("DELETE FROM outbox WHERE queue = 'refresh'"),
  ]);
});

const erase = (what: "text" | "name", who: Parameters<typeof erasePerson>[1] = BEN) =>
  erasePerson(records, who, { what, now: at(1), anonymous: "Anonym" });

const everything = async () => {
  const tables = ["comments", "subscriptions", "outbox", "mailed", "persons", "site"];
  const rows = await DB.batch(tables.map((table) => DB.prepare(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows.map(({ results }) => results));
};

describe("after a restore", () => {
  const apply = () => applyErasures({ ...records, anonymous: "Anonym", now: at(9) });

  /** The database as it was before somebody erased, and forgot it. */
  async function restored(what: "text" | "name"): Promise<void> {
    const { results } = await DB.prepare("SELECT * FROM comments").all<Record<string, unknown>>();
    await erase(what);
    await DB.prepare("DELETE FROM erasures").run();
    for (const row of results) {
      const names = Object.keys(row).filter((name) => name !== "id");
      await DB.prepare(
        `UPDATE comments SET ${names.map((name, at) => `${name} = ?${at + 2}`).join(", ")} WHERE id = ?1`,
      )
        .bind(row["id"], ...names.map((name) => row[name]))
        .run();
    }
    expect(await pageText(POST)).toContain("Ben Kanarienvogel");
  }

  test.each(["text", "name"] as const)("the %s is gone again, and stays so", async (what) => {
    await restored(what);
    expect(await apply()).toBe(4);
    expect(await everything()).not.toMatch(/Kanarien|ben@|ben\.test/i);
    expect((await pageText(POST)).includes("Bens Frage")).toBe(what === "name");
    expect((await owed()).at(-1)).toMatchObject({ gone: true });
    const before = await everything();
    expect(await apply()).toBe(0);
    expect(await everything()).toBe(before);
  });

  test("what R2 has lost is written there again", async () => {
    await erase("text");
    await MEDIA.delete("erasures/a.json");
    expect(await apply()).toBe(0);
    expect(await MEDIA.head("erasures/a.json")).not.toBeNull();
  });
});
