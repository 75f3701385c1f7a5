import { env } from "cloudflare:workers";
import { linkTo } from "../../worker/auth/links.ts";
import { signerOf } from "../../worker/auth/signing.ts";
import { listOwedMail } from "../../worker/cache/owed.ts";
import { deliverMail, type MailPorts } from "../../worker/jobs/mail/deliver.ts";
import type { Letter, Mailer, Sent } from "../../worker/mail/port.ts";
import { ORIGIN } from "./house.ts";

/** A mail service that keeps what it was given. */
export class PostOffice implements Mailer {
  readonly letters: Letter[] = [];
  /** What happens to the next letters, in order; then each arrives. */
  readonly fate: ("lost before" | "lost after" | Sent)[] = [];

  send = async (letter: Letter): Promise<Sent> => {
    const fate = this.fate.shift() ?? { outcome: "sent" };
    if (fate === "lost before") throw new Error("Network connection lost.");
    if (fate === "lost after") this.letters.push(letter);
    if (fate === "lost after") throw new Error("Network connection lost.");
    if (fate.outcome === "sent") this.letters.push(letter);
    return fate;
  };

  /** The links of the last letter. */
  get links(): string[] {
    return this.letters.at(-1)?.text.match(/https?:\/\/\S+/g) ?? [];
  }
}

/** Everything that a blog which mails to everybody has set. */
export async function mailIs(mail: "off" | "owner" | "everyone"): Promise<void> {
  const set = "INSERT OR REPLACE INTO settings (name, value) VALUES (?1, ?2)";
  await env.DB.batch([
    env.DB.prepare(set).bind("comments", JSON.stringify({ mail })),
    env.DB.prepare(set).bind(
      "mail",
      JSON.stringify({ from: "blog@blog.test", to: ["anna@owner.test"] }),
    ),
  ]);
}

const START = Date.now();

/** So many minutes after the test began. */
export const at = (minutes: number): string =>
  `${new Date(START + minutes * 60_000).toISOString().slice(0, 19)}Z`;

/** What sending stands on, at some minute of the day. */
export const mailPortsAt = (mailer: Mailer | null, minutes: number, db = env.DB): MailPorts => ({
  ...{ db, mailer, origin: ORIGIN, now: () => Date.parse(at(minutes)) },
  link: linkTo(signerOf(env.DB, at(minutes)), ORIGIN, at(minutes)),
  random: () => crypto.randomUUID(),
});

/** Cron at that minute: everything that is due goes through the queue, whose messages may fail and then come once more. */
export async function cronAt(minutes: number, mailer: Mailer | null, db = env.DB): Promise<void> {
  for (const { id } of await listOwedMail(env.DB, at(minutes)))
    await deliverMail(id, mailPortsAt(mailer, minutes, db)).catch(() => {});
}

/** Keys of what the outbox still owes to anybody. */
export async function owedMails(): Promise<string[]> {
  const sql = "SELECT key FROM outbox WHERE queue = 'jobs' ORDER BY id";
  return (await env.DB.prepare(sql).all<{ key: string }>()).results.map(({ key }) => key);
}

/** Nobody is owed, was told, or wants to hear of anything. */
export async function forgetMails(): Promise<void> {
  const tables = ["outbox", "mailed", "subscriptions", "persons", "comments"];
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
}
