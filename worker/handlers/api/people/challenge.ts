import {
  type Challenge,
  type ChallengePurpose,
  openChallenge,
  sealChallenge,
} from "../../../auth/challenges.ts";
import { makeSecret } from "../../../auth/sessions.ts";
import { signerOf } from "../../../auth/signing.ts";
import { findBlogName } from "../../../db/read/people.ts";
import { BlogError } from "../../../errors.ts";
import { dropCookie, readCookie, setCookie } from "../cookies.ts";
import type { ApiContext } from "../route.ts";

/** A challenge that this browser alone can answer, for one purpose. */
export async function giveChallenge(
  { env, now, origin, random, headers }: ApiContext,
  purpose: ChallengePurpose,
  of = "",
): Promise<string> {
  const made: Challenge = { challenge: makeSecret(random), of };
  const sealed = await sealChallenge(signerOf(env.DB, now), purpose, made, now);
  setCookie(headers, "challenge", sealed, origin);
  return made.challenge;
}

/** The challenge that this browser was given for the purpose; else throws as for every wrong answer. */
export async function takeChallenge(
  request: Request,
  { env, now, origin, headers }: ApiContext,
  purpose: ChallengePurpose,
) {
  const cookie = readCookie(request, "challenge", origin);
  const found = await openChallenge(signerOf(env.DB, now), purpose, cookie, now);
  dropCookie(headers, "challenge", origin);
  if (!found) throw new BlogError("unauthorized", "Logging in did not work.");
  return found;
}

/** Where passkeys are good, and what authenticators call it. */
export const partyOf = async ({ env, origin }: ApiContext) => ({
  origin,
  name: (await findBlogName(env.DB)).title || "Randnotiz",
});

/** A batch whose statements say themselves who is let in; where one of them refuses, nobody is. */
export async function letIn(db: D1Database, statements: D1PreparedStatement[]): Promise<void> {
  try {
    await db.batch(statements);
  } catch (error) {
    // Somebody was faster with the same challenge, link or passkey.
    if (/constraint failed/i.test(String(error)))
      throw new BlogError("unauthorized", "Logging in did not work.");
    throw error;
  }
}
