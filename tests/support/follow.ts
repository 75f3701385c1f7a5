import { env } from "cloudflare:workers";
import { expect } from "vitest";
import { moderateComments } from "../../worker/content/comments/moderate.ts";
import { oweAnswerMail } from "../../worker/db/write/outbox.ts";
import { subscribe } from "../../worker/db/write/subscriptions.ts";
import { draftComment, draftPost, haveComments, havePosts, visit } from "./blog.ts";
import { ORIGIN } from "./house.ts";
import { at, cronAt, forgetMails, mailIs, PostOffice } from "./mail.ts";

const { DB } = env;

/** A blog that mails to everybody, with a question that may be followed. */
export async function haveQuestion(): Promise<void> {
  await forgetMails();
  await mailIs("everyone");
  await havePosts(draftPost("hallo", { title: "Hallo, Rand" }));
  await haveComments(
    draftComment("hallo", "Frage", { publicId: "q", name: "Böse https://x.test" }),
  );
}

export const ask = (minutes = 0, comment = "q", email = "Ben@Secret.test") =>
  DB.batch(subscribe(DB, { commentPublicId: comment, email, now: at(minutes) }));

export const answer = async (
  minutes: number,
  text: string,
  email = "cora@secret.test",
): Promise<void> => {
  const draft = draftComment("hallo", text, {
    ...{ status: "pending", parentPublicId: "q", email, name: "Cora" },
  });
  await haveComments(draft);
  const now = at(minutes);
  const tell = (id: string) => oweAnswerMail(DB, id, { now });
  await moderateComments(DB, [draft.publicId], "approve", { now, tell });
};

export const post = (link: string, init: RequestInit = {}) =>
  visit(link.replace(ORIGIN, ""), {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    ...init,
  });

export const subscriptions = async () =>
  (await DB.prepare("SELECT * FROM subscriptions").all()).results;

/** Who is subscribed, from the box that was ticked to the button of the mail. */
export async function subscribed(): Promise<PostOffice> {
  const office = new PostOffice();
  await ask();
  await cronAt(0, office);
  expect((await post(office.links.at(-1) ?? "")).status).toBe(200);
  return office;
}
