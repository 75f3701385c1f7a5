import type { Me } from "../../../../src/admin-api/login.ts";
import * as schemas from "../../../../src/admin-api/me.ts";
import { CAPABILITIES, may } from "../../../../src/admin-api/roles.ts";
import { sendOwed } from "../../../cache/owed.ts";
import { countWaiting, findBlogName } from "../../../db/read/people.ts";
import { findAuthor, updateAuthor } from "../../../db/write/people/authors.ts";
import { BlogError } from "../../../errors.ts";
import { readAs } from "../body.ts";
import type { ApiContext, ApiHandler } from "../route.ts";

const MAX_BYTES = 20_000;

/** Who asks, what they may do, and what waits for them. */
export const showMe: ApiHandler = async (_request, { env, who, origin }) =>
  meOf(env.DB, ownId(who), origin);

/** What readers see of an author, changed by that author. */
export const putMe: ApiHandler = async (request, { env, who, origin, now }) => {
  const profile = await readAs(request, MAX_BYTES, schemas.profile);
  const id = ownId(who);
  await env.DB.batch(updateAuthor(env.DB, id, profile, now));
  await sendOwed(env.DB, env.REFRESH);
  return meOf(env.DB, id, origin);
};

export const showProfile: ApiHandler = async (_request, { env, who }) => {
  const { name, bio, url, email } = await authorOf(env.DB, ownId(who));
  return { name, bio, url, email };
};

/** The id of whoever asks; a program that acts for nobody in particular has no self. */
export function ownId({ id }: ApiContext["who"]): number {
  if (id === null) throw new BlogError("forbidden", "This is for people who log in.");
  return id;
}

export async function meOf(db: D1Database, id: number, origin: string): Promise<Me> {
  const { slug, name, role } = await authorOf(db, id);
  const can = CAPABILITIES.filter((capability) => may(role, capability));
  const all = may(role, "comments.all");
  const waiting = await countWaiting(db, all ? null : id);
  return { id, slug, name, role, can, waiting, blog: { ...(await findBlogName(db)), origin } };
}

async function authorOf(db: D1Database, id: number) {
  const author = await findAuthor(db, id);
  if (!author) throw new BlogError("unauthorized", "Please log in.");
  return author;
}
