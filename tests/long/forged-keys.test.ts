import { beforeEach, expect, test } from "vitest";
import { visit } from "../support/blog.ts";
import { answer, haveQuestion, post, subscribed, subscriptions } from "../support/follow.ts";
import { cronAt } from "../support/mail.ts";

beforeEach(haveQuestion);

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
