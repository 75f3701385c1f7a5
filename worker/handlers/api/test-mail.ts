import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { typedAddress } from "../../content/comments/typed-settings.ts";
import { findMailBlog } from "../../db/read/mail.ts";
import { findMailSettings, writeMailSettings } from "../../db/write/mail-settings.ts";
import { BlogError } from "../../errors.ts";
import { cloudflareMailer } from "../../mail/cloudflare.ts";
import type { Mailer } from "../../mail/port.ts";
import { testMail } from "../../mail/test.ts";
import { readJson } from "./body.ts";
import type { ApiHandler } from "./route.ts";

const MAX_BYTES = 10_000;

/** Tries whether the blog can write to anybody, and remembers it if it can. */
export const sendTestMail: ApiHandler = async (request, { env, now }) => {
  const to = await readJson(request, MAX_BYTES, parseAddress);
  if (!env.ORIGIN)
    throw new BlogError(
      "invalid",
      "Mails need the blog's own address: set ORIGIN in wrangler.toml.",
    );
  const mailer = env.MAIL ? cloudflareMailer(env.MAIL) : null;
  return tryMail({ db: env.DB, mailer, origin: env.ORIGIN }, to, now);
};

interface Post {
  readonly db: D1Database;
  readonly mailer: Mailer | null;
  readonly origin: string;
}

/** Sends a mail to an address that should not be verified; where that was taken, everybody may be written to. */
export async function tryMail(
  { db, mailer, origin }: Post,
  to: string,
  now: UtcTime,
): Promise<{ readonly sent: string }> {
  const blog = await findMailBlog(db);
  if (!blog.from)
    throw new BlogError("invalid", "Please set first which address mails come from: mailFrom.");
  if (!mailer) throw new BlogError("invalid", "wrangler.toml has no binding MAIL.");
  const { title, lang } = blog;
  const host = URL.parse(origin)?.hostname;
  const letter = {
    ...testMail({ to, title, lang, origin }),
    ...{
      from: { name: title, email: blog.from },
      lang,
      messageId: `test-${Date.parse(now)}@${host}`,
    },
  };
  const sent = await mailer.send(letter);
  if (sent.outcome !== "sent")
    throw new BlogError("invalid", `Cloudflare did not take it (${sent.code}). ${WHY}`);
  const settings = await findMailSettings(db);
  const tested = { from: blog.from, at: now };
  await db.batch([writeMailSettings(db, { ...settings, tested })]);
  return { sent: to };
}

const WHY =
  "On the free plan it sends only to addresses that your account has verified; docs/moderate.md says more.";

function parseAddress(value: unknown): string {
  const { to } = (value ?? {}) as { to?: unknown };
  return typedAddress(String(to ?? ""), "to");
}
