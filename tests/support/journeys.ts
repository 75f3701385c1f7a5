import { env } from "cloudflare:workers";
import { moderateComments } from "../../worker/content/comments/moderate.ts";
import { insertComment } from "../../worker/db/write/comments.ts";
import { oweAnswerMail, oweOwnerMail } from "../../worker/db/write/outbox.ts";
import { confirmSubscription, subscribe } from "../../worker/db/write/subscriptions.ts";
import { draftComment, haveComments } from "./blog.ts";
import { at, forgetMails, mailIs } from "./mail.ts";

export type Journey = (db: D1Database) => Promise<unknown>;

/** A comment is held. */
export const held: Journey = (db) =>
  db.batch([
    ...insertComment(db, draftComment("hallo", "Wort", { publicId: "held", status: "pending" })),
    ...oweOwnerMail(db, { now: at(0) }),
  ]);

/** An answer to a comment whose writer wants to know is approved. */
export const answered: Journey = (db) =>
  moderateComments(db, ["answer"], "approve", {
    now: at(0),
    tell: (id) => oweAnswerMail(db, id, { now: at(0) }),
  });

/** A blog that mails to everybody, with a question and its answer, which waits. */
export async function prepare(): Promise<void> {
  await forgetMails();
  await mailIs("everyone");
  const { DB } = env;
  await haveComments(draftComment("hallo", "Frage", { publicId: "question" }));
  const email = "ben@secret.test";
  await DB.batch([
    ...subscribe(DB, { commentPublicId: "question", email, now: at(-99) }),
    confirmSubscription(DB, "question", at(-98)),
    DB.prepare("DELETE FROM outbox"),
  ]);
  const answer = { publicId: "answer", parentPublicId: "question", email: "cora@secret.test" };
  await haveComments(draftComment("hallo", "Antwort", { ...answer, status: "trash" }));
  await DB.prepare("UPDATE comments SET status = 'pending' WHERE public_id = 'answer'").run();
}
