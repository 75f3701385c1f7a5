import type { SendEmail } from "@cloudflare/workers-types";
import type { Letter, Mailer, Sent } from "./port.ts";

/** Refusals by their code: developers.cloudflare.com/email-service/api/send-emails/workers-api, "Error codes". */
const LATER =
  /^E_(RATE_LIMIT_EXCEEDED|DAILY_LIMIT_EXCEEDED|DELIVERY_FAILED|INTERNAL_SERVER_ERROR)$/;
const UNREACHABLE = /^E_RECIPIENT_SUPPRESSED$/;
const REFUSAL = /^E_[A-Z_]+$/;
/** Before there were codes, the free plan said so in words. */
const UNVERIFIED = /not (a )?verified|not allowed/;

/**
 * Cloudflare's mail service. It makes the MIME of the fields, encodes what is not ASCII (RFC 2047), and gives each mail a
 * Message-ID of its own, which cannot be chosen; so ours goes along as the thread that the mail belongs to, and a mail that
 * had to be sent twice stands as one conversation.
 */
export const cloudflareMailer = (binding: SendEmail): Mailer => ({
  send: async (letter) => {
    try {
      await binding.send({
        ...{ from: letter.from, to: letter.to, subject: letter.subject, text: letter.text },
        headers: headersOf(letter),
      });
      return { outcome: "sent" };
    } catch (error) {
      const refused = refusalOf(error);
      if (refused) return refused;
      throw error;
    }
  },
});

function headersOf({ messageId, lang, unsubscribe }: Letter): Record<string, string> {
  return {
    References: `<${messageId}>`,
    "X-Message-ID": messageId,
    "Auto-Submitted": "auto-generated",
    "Content-Language": lang,
    // The service takes only https here; a blog on this machine has none.
    ...(unsubscribe?.startsWith("https:") && {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
  };
}

function refusalOf(error: unknown): Sent | null {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code !== "string" || !REFUSAL.test(code)) {
    return UNVERIFIED.test(String(message))
      ? { outcome: "never", code: "E_RECIPIENT_NOT_ALLOWED" }
      : null;
  }
  if (UNREACHABLE.test(code)) return { outcome: "unreachable", code };
  return { outcome: LATER.test(code) ? "later" : "never", code };
}
