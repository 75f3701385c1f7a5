import type { D1Database } from "@cloudflare/workers-types";
import { commentPermalink } from "../../../src/addresses.ts";
import type { UtcTime } from "../../../src/model.ts";
import type { LinkTo } from "../../auth/links.ts";
import {
  countMailed,
  findMailBlog,
  listAnswers,
  listHeld,
  listUnconfirmed,
  type MailBlog,
} from "../../db/read/mail.ts";
import type { Statements } from "../../db/write/drafts.ts";
import type { MailTurn } from "../../db/write/outbox-turns.ts";
import { findPersonEmail, PERSON_HOURS } from "../../db/write/persons.ts";
import { rememberAsked, rememberTold } from "../../db/write/subscriptions.ts";
import { answersMail } from "../../mail/answers.ts";
import { confirmMail } from "../../mail/confirm.ts";
import type { Mail } from "../../mail/mail.ts";
import { ownerMail } from "../../mail/owner.ts";
import { personMail } from "../../mail/person.ts";

/** Comments, answers or links that one mail shows. */
const MOST_SHOWN = 10;
/** Mails of a kind to addresses that anybody may have typed, of the whole blog in an hour: nobody makes a mill of it. */
const MOST_UNASKED = 30;
const HOUR_MS = 3_600_000;

/** What a mail is made of. */
export interface Desk {
  readonly db: D1Database;
  readonly origin: string;
  readonly link: LinkTo;
  readonly now: UtcTime;
}

/** What is to be sent, and what is then known; nothing, where there is no news; later, where it would be too much. */
export type Composed =
  | { readonly mail: Mail; readonly blog: MailBlog; readonly known: Statements }
  | "nothing"
  | "later";

/** Writes a mail from the state of this moment: whatever was decided since it was owed, it says nothing old. */
export async function compose(turn: MailTurn, desk: Desk): Promise<Composed> {
  const found = await findMailBlog(desk.db);
  const blog = { ...found, title: found.title || (URL.parse(desk.origin)?.hostname ?? "") };
  const wanted = turn.kind === "owner" ? blog.mail !== "off" : blog.mail === "everyone";
  return wanted && blog.from ? COMPOSERS[turn.kind](turn.of, blog, desk) : "nothing";
}

type Compose = (of: string, blog: MailBlog, desk: Desk) => Promise<Composed>;

const owner: Compose = async (to, blog, { db, origin, link }) => {
  const { waiting, newest } = await listHeld(db, MOST_SHOWN);
  if (waiting === 0) return "nothing";
  const comments = await Promise.all(
    newest.map(async ({ publicId, reasons, ...comment }) => ({
      ...comment,
      reasons: JSON.parse(reasons),
      link: await link.moderate(publicId),
    })),
  );
  const { title, lang } = blog;
  return { mail: ownerMail({ to, origin, title, lang, waiting, comments }), blog, known: [] };
};

const answers: Compose = async (of, blog, { db, origin, link }) => {
  const news = await listAnswers(db, of);
  const [first] = news;
  if (!first) return "nothing";
  const shown = news.slice(0, MOST_SHOWN).map(({ publicId: id, number, name, text, postPath }) => ({
    ...{ name, text },
    link: commentPermalink(postPath, { id, number }, origin),
  }));
  const mail = answersMail({
    ...{ to: first.email, origin, title: blog.title, lang: blog.lang, postTitle: first.postTitle },
    ...{
      answers: shown,
      more: news.length - shown.length,
      unsubscribe: await link.unsubscribe(of),
    },
  });
  const highest = Math.max(...news.map(({ number }) => number));
  return { mail, blog, known: [rememberTold(db, of, highest)] };
};

const confirm: Compose = async (email, blog, { db, origin, link, now }) => {
  const unconfirmed = await listUnconfirmed(db, email, MOST_SHOWN);
  if (unconfirmed.length === 0) return "nothing";
  if (await isTooMuch(db, "confirm", now)) return "later";
  const comments = await Promise.all(
    unconfirmed.map(async ({ publicId, postTitle }) => ({
      postTitle,
      link: await link.confirm(publicId),
    })),
  );
  const ids = unconfirmed.map(({ publicId }) => publicId);
  const mail = confirmMail({ to: email, origin, title: blog.title, lang: blog.lang, comments });
  return { mail, blog, known: [rememberAsked(db, ids, now)] };
};

async function isTooMuch(db: D1Database, kind: "confirm" | "person", now: UtcTime) {
  const hourAgo = `${new Date(Date.parse(now) - HOUR_MS).toISOString().slice(0, 19)}Z`;
  return (await countMailed(db, kind, hourAgo)) >= MOST_UNASKED;
}

const person: Compose = async (id, blog, { db, origin, link, now }) => {
  const to = await findPersonEmail(db, id, now);
  if (to === null) return "nothing";
  if (await isTooMuch(db, "person", now)) return "later";
  const { title, lang } = blog;
  const page = await link.person(id, PERSON_HOURS);
  return { mail: personMail({ to, origin, title, lang, link: page }), blog, known: [] };
};

const COMPOSERS: Readonly<Record<MailTurn["kind"], Compose>> = { owner, answers, confirm, person };
