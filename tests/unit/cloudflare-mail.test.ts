import { describe, expect, test } from "vitest";
import { cloudflareMailer } from "../../worker/mail/cloudflare.ts";

const letter = {
  ...{ to: "ben@there.test", subject: "Grüße", text: "Ein Text.\n", lang: "de" },
  from: { name: "Am Rand", email: "blog@blog.test" },
  ...{ messageId: "1@blog.test", unsubscribe: "https://blog.test/comments/subscription/?key=x" },
};

/** Cloudflare's binding, which takes only what its documentation allows: headers on the list, and none of its own. */
const binding = (fails?: unknown) => {
  const sent: Record<string, unknown>[] = [];
  const send = async (mail: Record<string, unknown>) => {
    for (const name of Object.keys(mail["headers"] ?? {}))
      if (
        !/^(X-[\w-]+|References|List-Unsubscribe(-Post)?|Auto-Submitted|Content-Language)$/.test(
          name,
        )
      )
        throw Object.assign(new Error(name), { code: "E_HEADER_NOT_ALLOWED" });
    sent.push(mail);
    if (fails) throw fails;
    return { messageId: "of Cloudflare" };
  };
  return { sent, mailer: cloudflareMailer({ send } as never) };
};

test("a letter is plain text to one person, with a way out for mail programs", async () => {
  const { sent, mailer } = binding();
  expect(await mailer.send(letter)).toEqual({ outcome: "sent" });
  expect(sent).toEqual([
    {
      ...{ from: letter.from, to: letter.to, subject: letter.subject, text: letter.text },
      headers: {
        References: "<1@blog.test>",
        "X-Message-ID": "1@blog.test",
        "Auto-Submitted": "auto-generated",
        "Content-Language": "de",
        "List-Unsubscribe": `<${letter.unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
    },
  ]);
});

test("only what can be ended has a way out", async () => {
  const { sent, mailer } = binding();
  const { unsubscribe: _, ...other } = letter;
  await mailer.send(other);
  expect(Object.keys(sent[0]?.["headers"] ?? {})).not.toContain("List-Unsubscribe");
});

describe("a refusal is told from silence:", () => {
  const refused = (code: string) => Object.assign(new Error("no"), { code });

  test.each([
    ["E_RATE_LIMIT_EXCEEDED", "later"],
    ["E_DAILY_LIMIT_EXCEEDED", "later"],
    ["E_DELIVERY_FAILED", "later"],
    ["E_INTERNAL_SERVER_ERROR", "later"],
    ["E_RECIPIENT_SUPPRESSED", "unreachable"],
    ["E_RECIPIENT_NOT_ALLOWED", "never"],
    ["E_SENDER_NOT_VERIFIED", "never"],
    ["E_VALIDATION_ERROR", "never"],
  ])("%s means %s", async (code, outcome) => {
    expect(await binding(refused(code)).mailer.send(letter)).toEqual({ outcome, code });
  });

  test("an address that is not verified, on the free plan, is one", async () => {
    const error = new Error("destination address is not a verified address");
    expect(await binding(error).mailer.send(letter)).toMatchObject({ outcome: "never" });
  });

  test("anything else leaves open whether the letter went out", async () => {
    const lost = new Error("Network connection lost.");
    await expect(binding(lost).mailer.send(letter)).rejects.toBe(lost);
  });
});
