import { env } from "cloudflare:workers";
import { hashToken } from "../../worker/auth/tokens.ts";
import { erasePerson } from "../../worker/content/comments/rights.ts";
import { subscribe } from "../../worker/db/write/subscriptions.ts";
import { draftComment, draftPost, haveComments, havePosts } from "./blog.ts";
import { at, forgetMails, mailIs } from "./mail.ts";

const { DB, MEDIA } = env;
/** Where an erasure is written. */
export const records = { db: DB, bucket: MEDIA };
export const POST = "/2010/03/hallo/";
/** Whose comments they are, as they type their address today. */
export const BEN = { email: "BEN@secret.test" };
export const TOKEN = "t".repeat(22);

/** A discussion in which somebody has a comment of every kind. */
export async function haveBen(): Promise<void> {
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
}

export const erase = (what: "text" | "name", who: Parameters<typeof erasePerson>[1] = BEN) =>
  erasePerson(records, who, { what, now: at(1), anonymous: "Anonym" });

/** All that the database says of anybody. */
export const everything = async () => {
  const tables = ["comments", "subscriptions", "outbox", "mailed", "persons", "site"];
  const rows = await DB.batch(tables.map((table) => DB.prepare(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows.map(({ results }) => results));
};
