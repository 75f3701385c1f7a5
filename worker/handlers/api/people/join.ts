import * as schemas from "../../../../src/admin-api/login.ts";
import { readRegistration, registerOptions } from "../../../auth/passkeys.ts";
import { makeSecret, openSession } from "../../../auth/sessions.ts";
import { hashToken } from "../../../auth/tokens.ts";
import { whoOf } from "../../../auth/who.ts";
import { freeSlug, slugify } from "../../../content/slug.ts";
import { listAuthors, listPasskeys } from "../../../db/read/people.ts";
import { findWritingSettings } from "../../../db/read/writing.ts";
import { insertAudit } from "../../../db/write/people/audit.ts";
import {
  type AuthorRow,
  findAuthorBySlug,
  listTakenSlugs,
} from "../../../db/write/people/authors.ts";
import {
  admitAuthor,
  findInvitation,
  type InvitationRow,
  useInvitation,
} from "../../../db/write/people/invitations.ts";
import { insertPasskey, spend } from "../../../db/write/people/passkeys.ts";
import { BlogError, FieldError } from "../../../errors.ts";
import { readAs } from "../body.ts";
import { setCookie } from "../cookies.ts";
import type { ApiHandler } from "../route.ts";
import { beginPages } from "../settings/legal.ts";
import { browserOf } from "./browser.ts";
import { giveChallenge, letIn, partyOf, takeChallenge } from "./challenge.ts";
import { meOf } from "./me.ts";

const MAX_BYTES = 60_000;
/** Bytes: WebAuthn takes up to 64, and says nothing of a person in them. */
const HANDLE_BYTES = 24;

/** Whom a link lets in. */
export const lookAtLink: ApiHandler = async (request, { env, now }) => {
  const { link } = await readAs(request, MAX_BYTES, schemas.joinLook);
  const { kind, name, role, authorId } = await invitationOf(env.DB, link, now);
  const authors = kind === "owner" && authorId === null ? await listAuthors(env.DB) : [];
  return { kind, name, role, authors };
};

/** What a browser needs to make a passkey for whoever has the link. */
export const askJoin: ApiHandler = async (request, context) => {
  const typed = await readAs(request, MAX_BYTES, schemas.joinOptions);
  const { env, now, random } = context;
  const invitation = await invitationOf(env.DB, typed.link, now);
  const person = await personOf(env.DB, invitation, typed);
  const handle = person.handle ?? makeSecret(random, HANDLE_BYTES);
  const challenge = await giveChallenge(context, "join", `${invitation.hash}.${handle}`);
  const known = person.id === null ? [] : await listPasskeys(env.DB, person.id);
  const wanted = { challenge, handle, name: person.name, known: known.map(({ id }) => id) };
  return { options: await registerOptions(await partyOf(context), wanted) };
};

/** A passkey and a session, for whoever has the link: once, whoever else has it too. */
export const join: ApiHandler = async (request, context) => {
  const typed = await readAs(request, MAX_BYTES, schemas.join);
  const { env, now, origin, random, headers } = context;
  const { challenge, of, hash, until } = await takeChallenge(request, context, "join");
  const invitation = await invitationOf(env.DB, typed.link, now);
  const [ofLink, handle = ""] = of.split(".");
  if (ofLink !== invitation.hash) throw new BlogError("unauthorized", "Logging in did not work.");
  const person = await personOf(env.DB, invitation, typed);
  if (person.handle !== null && person.handle !== handle)
    throw new BlogError("unauthorized", "Logging in did not work.");
  const read = await readRegistration(context, typed.response as never, challenge);
  const opening = { authorId: person.id, passkeyId: read.id, browser: browserOf(request), now };
  const session = await openSession(env.DB, opening, random);
  const { slug, name } = person;
  const { role, kind } = invitation;
  await letIn(env.DB, [
    ...useInvitation(env.DB, invitation.hash, now),
    spend(env.DB, hash, until),
    ...admitAuthor(env.DB, { handle, authorId: person.id, slug, name, role }),
    insertPasskey(env.DB, handle, { ...read, name: typed.passkey, now }),
    session.statement,
    insertAudit(env.DB, {
      at: now,
      authorId: null,
      action: `join-${kind}`,
      detail: `${slug} ${role}`,
    }),
  ]);
  setCookie(headers, "session", session.token, origin);
  const joined = (await findAuthorBySlug(env.DB, slug)) as AuthorRow;
  const owner = whoOf({ ...joined, authorId: joined.id, authorName: joined.name }, "session");
  // A blog with the demo has its pages; they leave with it.
  if (kind === "owner" && !(await findWritingSettings(env.DB)).demo)
    await beginPages({ ...context, who: owner });
  return meOf(env.DB, joined.id, origin);
};

/** One answer for a link that never was, was used, or ended. */
async function invitationOf(db: D1Database, link: string, now: string): Promise<InvitationRow> {
  const found = await findInvitation(db, await hashToken(link), now);
  if (!found) throw new BlogError("missing", "This link is not valid, or not any more.");
  return found;
}

interface Person {
  /** Null for somebody new. */
  readonly id: number | null;
  readonly slug: string;
  readonly name: string;
  readonly handle: string | null;
}

/** Whom the link names; else who somebody says they are, which only an owner's link allows; else somebody new. */
async function personOf(
  db: D1Database,
  { kind, authorId, slug, name, handle }: InvitationRow,
  typed: Pick<schemas.JoinTyped, "name" | "author">,
): Promise<Person> {
  if (authorId !== null && slug !== null) return { id: authorId, slug, name: name ?? slug, handle };
  if (kind === "owner" && typed.author) {
    const author = await findAuthorBySlug(db, typed.author);
    if (!author) throw new FieldError("author", "choice", "There is no such author.");
    return author;
  }
  const own = typed.name ?? name;
  if (!own) throw new FieldError("name", "missing", "Please say your name.");
  const wished = slugify(own) || "author";
  const taken = await listTakenSlugs(db, wished);
  return {
    id: null,
    slug: freeSlug(wished, (one) => taken.includes(one)),
    name: own,
    handle: null,
  };
}
