import * as schemas from "../../../../src/admin-api/people.ts";
import { makeSecret } from "../../../auth/sessions.ts";
import { hashToken } from "../../../auth/tokens.ts";
import { sendOwed } from "../../../cache/owed.ts";
import { listPeople } from "../../../db/read/people.ts";
import { insertAudit } from "../../../db/write/people/audit.ts";
import {
  deleteAccess,
  findAuthorBySlug,
  updateAuthor,
  updateRole,
} from "../../../db/write/people/authors.ts";
import { deleteInvitation, insertInvitation } from "../../../db/write/people/invitations.ts";
import { BlogError, Conflict, FieldError } from "../../../errors.ts";
import { readAs } from "../body.ts";
import type { ApiHandler } from "../route.ts";

const MAX_BYTES = 20_000;
/** Days that somebody has to follow an invitation. */
const INVITATION_DAYS = 7;

export const showPeople: ApiHandler = async (_request, { env, now }) => listPeople(env.DB, now);

/** A link for an author who is there, or for somebody new; it is in this answer, and nowhere else. */
export const invite: ApiHandler = async (request, { env, who, now, origin, random }) => {
  const { slug, name, role } = await readAs(request, MAX_BYTES, schemas.newInvitation);
  if (slug === null && name === null)
    throw new FieldError("name", "missing", "Please say whom you invite.");
  const secret = makeSecret(random);
  const expiresAt = utc(Date.parse(now) + INVITATION_DAYS * 86_400_000);
  const draft = { hash: await hashToken(secret), id: makeSecret(random, 12), slug, name, role };
  const made = { ...draft, kind: "invitation" as const, createdAt: now, expiresAt };
  const { results } = await insertInvitation(env.DB, made).all();
  if (results.length === 0) throw new FieldError("slug", "choice", "There is no such author.");
  const detail = `${slug ?? name} ${role}`;
  await insertAudit(env.DB, { at: now, authorId: who.id, action: "invited", detail }).run();
  return { link: `${origin}/admin/join/#${secret}`, expiresAt };
};

export const removeInvitation: ApiHandler = async (_request, { env, params }) => {
  const { results } = await deleteInvitation(env.DB, params["invitation"] ?? "").all();
  if (results.length === 0) throw new BlogError("missing", "There is no such invitation.");
  return undefined;
};

/** Who somebody is and what they may do. With other rights they log in again. */
export const putPerson: ApiHandler = async (request, { env, who, params, now }) => {
  const typed = await readAs(request, MAX_BYTES, schemas.person);
  const author = await authorOf(env.DB, params["person"]);
  if (author.role !== typed.role) {
    const results = await env.DB.batch(updateRole(env.DB, author.slug, typed.role));
    if (results.at(-1)?.results.length === 0) throw lastOwner();
    const detail = `${author.slug} ${typed.role}`;
    await insertAudit(env.DB, { at: now, authorId: who.id, action: "role", detail }).run();
  }
  await env.DB.batch(updateAuthor(env.DB, author.id, typed, now));
  await sendOwed(env.DB, env.REFRESH);
  return listPeople(env.DB, now);
};

/** Takes away passkeys, sessions, tokens and open invitations; what somebody wrote stays. */
export const removeAccess: ApiHandler = async (_request, { env, who, params, now }) => {
  const author = await authorOf(env.DB, params["person"]);
  const results = await env.DB.batch(deleteAccess(env.DB, author.slug, now));
  if (results.at(-1)?.results.length === 0) throw lastOwner();
  const line = { at: now, authorId: who.id, action: "access", detail: author.slug };
  await insertAudit(env.DB, line).run();
  return listPeople(env.DB, now);
};

async function authorOf(db: D1Database, slug = "") {
  const author = await findAuthorBySlug(db, slug);
  if (!author) throw new BlogError("missing", "There is no such person.");
  return author;
}

const lastOwner = () =>
  new Conflict("last", "Somebody must own the blog: make somebody else an owner first.");

const utc = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
