import { linkTo } from "../../auth/links.ts";
import { signerOf } from "../../auth/signing.ts";
import { listOwedMail, sendOwedMail } from "../../cache/owed.ts";
import type { Clock } from "../../cache/waiting.ts";
import type { Env } from "../../env.ts";
import { cloudflareMailer } from "../../mail/cloudflare.ts";
import type { Mailer } from "../../mail/port.ts";
import { deliverMail, type MailPorts } from "./deliver.ts";

/** What sending mails stands on, out of the bindings. */
export function mailPorts(
  env: Env,
  clock: Clock,
  mailer: Mailer | null = mailerOf(env),
): MailPorts {
  const now = `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
  return {
    ...{ db: env.DB, mailer, origin: env.ORIGIN, now: clock.now },
    // Without an address of its own the blog has no links to send.
    link: linkTo(signerOf(env.DB, now), env.ORIGIN, now),
    random: () => crypto.randomUUID(),
  };
}

export const mailerOf = ({ MAIL, ORIGIN }: Env): Mailer | null =>
  MAIL && ORIGIN ? cloudflareMailer(MAIL) : null;

/** Brings what is due on its way: through the queue, but on this machine, where nobody waits for it, at once. */
export async function sendMails(env: Env, clock: Clock, now: string): Promise<void> {
  if (!env.LOCAL) return sendOwedMail(env.DB, env.JOBS, now);
  for (const { id } of await listOwedMail(env.DB, now))
    await deliverMail(id, mailPorts(env, clock));
}
