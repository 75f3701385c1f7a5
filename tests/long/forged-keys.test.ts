import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { moderateComments } from "../../worker/content/comments/moderate.ts";
import { oweAnswerMail } from "../../worker/db/write/outbox.ts";
import { subscribe } from "../../worker/db/write/subscriptions.ts";
import { draftComment, draftPost, haveComments, havePosts, visit } from "../support/blog.ts";
import { ORIGIN } from "../support/house.ts";
import { at, cronAt, forgetMails, mailIs, PostOffice } from "../support/mail.ts";

const { DB } = env;

beforeEach(async () => {
  await forgetMails();
  await mailIs("everyone");
  await havePosts(draftPost("hallo", { title: "Hallo, Rand" }));
  await haveComments(
    draftComment("hallo", "Frage", { publicId: "q", name: "Böse https://x.test" }),
  );
});

const ask = (minutes = 0, comment = "q", email = "Ben@Secret.test") =>
  DB.batch(subscribe(DB, { commentPublicId: comment, email, now: at(minutes) }));

const answer = async (minutes: number, text: string, email = "cora@secret.test"): Promise<void> => {
  const draft = draftComment("hallo", text, {
    ...{ status: "pending", parentPublicId: "q", email, name: "Cora" },
  });
  await haveComments(draft);
  const now = at(minutes);
  const tell = (id: string) => oweAnswerMail(DB, id, { now });
  await moderateComments(DB, [draft.publicId], "approve", { now, tell });
};

const post = (link: string, init: RequestInit = {}) =>
  visit(link.replace(ORIGIN, ""), {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    ...init,
  });

const subscriptions = async () => (await DB.prepare("SELECT * FROM subscriptions").all()).results;

/** Who is subscribed, from the box that was ticked to the button of the mail. */
async function subscribed(): Promise<PostOffice> {
  const office = new PostOffice();
  await ask();
  await cronAt(0, office);
  expect((await post(office.links.at(-1) ?? "")).status).toBe(200);
  return office;
}

test("a forged, foreign, cut or unknown key gets one and the same answer, and does nothing", async () => {
  const office = await subscribed();
  await answer(20, "Antwort");
  await cronAt(20, office);
  const key = new URL(office.letters.at(-1)?.unsubscribe ?? "").searchParams.get("key") ?? "";
  const [said = "", signature = ""] = key.split(".");
  const forged = btoa(JSON.stringify(["unsubscribe", "other", null])).replace(/=+$/, "");
  const flip = (text: string) => (text[0] === "A" ? "B" : "A") + text.slice(1);
  const wrong = [
    ...["", ".", "x", `${said}.`, `.${signature}`, `${forged}.${signature}`, `${key}x`, `${key}.x`],
    ...[`${said}.${flip(signature)}`, `${said}.${signature.slice(0, -2)}`, "a".repeat(5_000)],
  ];
  const answers = new Set<string>();
  for (const bad of wrong) {
    const path = `/comments/subscription/?key=${encodeURIComponent(bad)}`;
    for (const response of [await visit(path), await post(path)]) {
      expect(response.status).toBe(404);
      answers.add(await response.text());
    }
  }
  expect(answers.size).toBe(1);
  expect(await subscriptions()).toHaveLength(1);
});
