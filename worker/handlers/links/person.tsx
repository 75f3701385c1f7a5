import { moderationWordsOf } from "../../../src/i18n/moderation/words.ts";
import { DecisionPage } from "../../../src/pages/decision-page.tsx";
import { PersonPage } from "../../../src/pages/person-page.tsx";
import { sendOwedMail } from "../../cache/owed.ts";
import { parseEmail } from "../../content/comments/addresses.ts";
import { VisitorFieldError } from "../../content/comments/field-error.ts";
import { exportPerson } from "../../content/comments/rights.ts";
import { findPersonEmail, insertPerson } from "../../db/write/persons.ts";
import type { BlogError } from "../../errors.ts";
import { type Answer, page, siteOf } from "../answers.tsx";
import type { Data, Visitor, VisitorHandler } from "../visitors/route.ts";
import { problemOf } from "../visitors/sentences.ts";
import { siteAnyway } from "../visitors/site-anyway.ts";
import { invalidLink, message, signedBy } from "./invalid.tsx";
import { exerciseRight } from "./rights.ts";

/** Bytes of chance in the id of somebody who asks. */
const ID_BYTES = 16;

/** Asks for an address; with the link from the mail, what is stored about it, and what may be done with that. */
export const showPerson: VisitorHandler = async ({ key }, visitor) => {
  const { env, reader } = visitor;
  if (key) {
    const email = await emailOf(key, visitor);
    return email === null ? invalidLink(visitor) : personPage(email, visitor);
  }
  await reader.batch([]);
  const site = siteOf(visitor);
  const words = moderationWordsOf(site.lang);
  const mails = site.comments.mail === "everyone" && env.MAIL !== undefined;
  return mails
    ? page(<PersonPage site={site} />, [])
    : message(visitor, [words.person, words.personOff]);
};

/** Sends a link to the address, if it is known here; the answer is the same if it is not. Or does what the link allows. */
export const askPerson: VisitorHandler = async ({ key }, visitor) => {
  if (key) return actOnPerson(key, visitor);
  const { env, now, fields, reader, randomBytes } = visitor;
  await reader.batch([]);
  const words = moderationWordsOf(siteOf(visitor).lang);
  const typed = typeof fields["email"] === "string" ? fields["email"] : "";
  const email = parseEmail(typed)?.toLowerCase();
  if (!email) throw new VisitorFieldError("email", "missing");
  const id = [...randomBytes(ID_BYTES)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  await env.DB.batch(insertPerson(env.DB, { id, email, now }));
  visitor.defer(sendOwedMail(env.DB, env.JOBS, now));
  return message(visitor, [words.personSent, words.personSentLong]);
};

/** The form again, with the address that was none. */
export async function refusedPerson(
  error: BlogError,
  _: unknown,
  visitor: Visitor,
): Promise<Answer> {
  const site = await siteAnyway(visitor, error);
  const { email } = visitor.fields;
  const typed = typeof email === "string" ? email : "";
  const problem = problemOf(error, site.lang);
  return page(<PersonPage site={site} email={typed} problem={problem} />, [], error.status);
}

async function actOnPerson(key: unknown, visitor: Visitor): Promise<Answer | Data> {
  const email = await emailOf(key, visitor);
  const action = visitor.fields["action"];
  if (email === null) return invalidLink(visitor);
  await visitor.reader.batch([]);
  return (await exerciseRight(action, { email }, visitor)) ?? personPage(email, visitor);
}

async function emailOf(key: unknown, visitor: Visitor): Promise<string | null> {
  const signed = await signedBy(key, "person", visitor);
  return signed && findPersonEmail(visitor.env.DB, signed.of, visitor.now);
}

async function personPage(email: string, visitor: Visitor): Promise<Answer> {
  const { comments, mentions, subscriptions } = await exportPerson(visitor.env.DB, { email });
  await visitor.reader.batch([]);
  const site = siteOf(visitor);
  const words = moderationWordsOf(site.lang);
  const sentence = words.personCounts(comments.length + mentions.length, subscriptions.length);
  return page(
    <DecisionPage
      site={site}
      title={words.person}
      sentences={[email, sentence]}
      choices={[
        { action: "export", label: words.personExport },
        { action: "anonymise", label: words.personAnonymise, hint: words.personAnonymiseHint },
        { action: "erase", label: words.personErase, hint: words.personEraseHint },
      ]}
    />,
    [],
  );
}
