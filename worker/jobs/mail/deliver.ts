import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import type { LinkTo } from "../../auth/links.ts";
import { MAIL_STALE_MS } from "../../cache/owed.ts";
import { again } from "../../db/again.ts";
import type { Statements } from "../../db/write/drafts.ts";
import {
  claimMail,
  giveMailUp,
  type MailTurn,
  returnMail,
  settleMail,
} from "../../db/write/outbox-turns.ts";
import { deleteSubscription } from "../../db/write/subscriptions.ts";
import { titleLine } from "../../mail/lines.ts";
import type { Mailer, Sent } from "../../mail/port.ts";
import { type Composed, compose } from "./compose.ts";

/** Minutes until the next try after each refusal; after the last it is given up. */
const WAITS = [2, 10, 60, 360];
/** How often a mail may be sent again of which nobody knows whether it was sent. */
const MOST_REPEATS = 1;
/** Minutes until something that would have been too much at once. */
const TOO_MUCH_MINUTES = 60;

/** What sending stands on. */
export interface MailPorts {
  readonly db: D1Database;
  /** Null where the blog has no binding for mail. */
  readonly mailer: Mailer | null;
  readonly origin: string;
  readonly link: LinkTo;
  /** Milliseconds. */
  readonly now: () => number;
  /** Chance, for names of claims and mails. */
  readonly random: () => string;
}

/**
 * Sends one mail of the outbox, if it is due and nobody else does. Twice, late or in parallel comes to the same; rejects when
 * it must be tried again.
 */
export async function deliverMail(id: number, ports: MailPorts): Promise<void> {
  const { db } = ports;
  const claim = {
    ...{ now: timeOf(ports), stale: timeOf(ports, -MAIL_STALE_MS), by: ports.random() },
    messageId: `${ports.random()}@${hostOf(ports.origin)}`,
  };
  const turn = await again(() => claimMail(db, id, claim));
  if (!turn) return;
  if (turn.repeats > MOST_REPEATS) return give(turn, "No answer, twice", ports);
  const composed = await again(() => write(turn, ports)).catch(async (error) => {
    await settle(returnMail(db, turn, { ...turn, dueAt: timeOf(ports) }), ports);
    throw error;
  });
  if (composed === "nothing")
    return settle(settleMail(db, turn, { now: timeOf(ports), told: false }), ports);
  if (!ports.mailer) return give(turn, "ORIGIN or the binding MAIL is missing", ports);
  if (composed === "later")
    return settle(
      returnMail(db, turn, { ...turn, dueAt: inMinutes(TOO_MUCH_MINUTES, ports) }),
      ports,
    );
  return send(turn, composed, { ...ports, mailer: ports.mailer });
}

const write = (turn: MailTurn, { db, origin, link, ...ports }: MailPorts) =>
  compose(turn, { db, origin, link, now: timeOf(ports) });

async function send(
  turn: MailTurn,
  { mail, blog, known }: Exclude<Composed, string>,
  ports: MailPorts & { readonly mailer: Mailer },
): Promise<void> {
  const letter = {
    ...mail,
    ...{ messageId: turn.messageId, lang: blog.lang },
    from: { name: titleLine(blog.title), email: blog.from },
  };
  const sent = await ports.mailer.send(letter).catch(() => "unknown" as const);
  if (sent === "unknown") return repeat(turn, ports);
  if (sent.outcome === "sent")
    return settle(
      [...known, ...settleMail(ports.db, turn, { now: timeOf(ports), told: true })],
      ports,
    );
  return refused(turn, sent, ports);
}

/** Nobody knows whether it was sent. */
async function repeat(turn: MailTurn, ports: MailPorts): Promise<void> {
  if (turn.repeats >= MOST_REPEATS) return give(turn, "No answer, twice", ports);
  const { tries } = turn;
  const soon = { dueAt: timeOf(ports), tries, repeats: turn.repeats + 1 };
  await settle(returnMail(ports.db, turn, soon), ports);
}

async function refused(
  turn: MailTurn,
  { outcome, code }: Exclude<Sent, { readonly outcome: "sent" }>,
  ports: MailPorts,
): Promise<void> {
  const wait = WAITS[turn.tries];
  if (outcome === "later" && wait !== undefined) {
    const next = { dueAt: inMinutes(wait, ports), tries: turn.tries + 1, repeats: turn.repeats };
    return settle(returnMail(ports.db, turn, next), ports);
  }
  // Nobody is there, so nobody is told any more.
  const isGone = outcome === "unreachable" && turn.kind === "answers";
  if (isGone) await settle([deleteSubscription(ports.db, turn.of)], ports);
  await give(turn, code, ports);
}

/** Says that a mail was given up, and not to whom. */
async function give(turn: MailTurn, why: string, ports: MailPorts): Promise<void> {
  console.error(
    JSON.stringify({ level: "warning", message: `A mail (${turn.kind}) was given up: ${why}` }),
  );
  await settle(giveMailUp(ports.db, turn, timeOf(ports)), ports);
}

async function settle(statements: Statements, { db }: MailPorts): Promise<void> {
  await again(() => db.batch(statements));
}

const timeOf = ({ now }: Pick<MailPorts, "now">, after = 0): UtcTime =>
  `${new Date(now() + after).toISOString().slice(0, 19)}Z`;

const inMinutes = (minutes: number, ports: MailPorts): UtcTime => timeOf(ports, minutes * 60_000);

const hostOf = (origin: string): string => URL.parse(origin)?.hostname ?? "localhost";
