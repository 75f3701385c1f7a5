import * as schemas from "../../../../src/admin-api/login.ts";
import { CopiedPasskey, loginOptions, readLogin } from "../../../auth/passkeys.ts";
import { openSession } from "../../../auth/sessions.ts";
import { hashToken } from "../../../auth/tokens.ts";
import { insertAudit } from "../../../db/write/people/audit.ts";
import {
  countPasskey,
  findPasskey,
  type PasskeyRow,
  spend,
} from "../../../db/write/people/passkeys.ts";
import { endSession, endSessionOf } from "../../../db/write/people/sessions.ts";
import { BlogError } from "../../../errors.ts";
import { readAs } from "../body.ts";
import { dropCookie, readCookie, setCookie } from "../cookies.ts";
import type { ApiContext, ApiHandler } from "../route.ts";
import { browserOf } from "./browser.ts";
import { giveChallenge, letIn, partyOf, takeChallenge } from "./challenge.ts";
import { meOf } from "./me.ts";

const MAX_BYTES = 40_000;

/** What a browser needs to ask for a passkey. */
export const askLogin: ApiHandler = async (request, context) => {
  await readAs(request, MAX_BYTES, schemas.nothing);
  const challenge = await giveChallenge(context, "login");
  return { options: await loginOptions(await partyOf(context), challenge) };
};

/** A session, for whoever shows a passkey of this blog. */
export const logIn: ApiHandler = async (request, context) => {
  const { response } = await readAs(request, MAX_BYTES, schemas.login);
  const { env, now, origin, random, headers } = context;
  const { challenge, hash, until } = await takeChallenge(request, context, "login");
  const passkey = await findPasskey(env.DB, response.id);
  if (!passkey) throw new BlogError("unauthorized", "Logging in did not work.");
  const counter = await readLogin(context, response as never, { challenge, passkey }).catch(
    (error) => warnOfCopy(error, passkey, context),
  );
  const opening = { authorId: passkey.authorId, passkeyId: passkey.id, now };
  const session = await openSession(env.DB, { ...opening, browser: browserOf(request) }, random);
  const before = await hashToken(readCookie(request, "session", origin));
  await letIn(env.DB, [
    spend(env.DB, hash, until),
    endSessionOf(env.DB, before),
    countPasskey(env.DB, { id: passkey.id, counter }, now.slice(0, 10)),
    session.statement,
  ]);
  setCookie(headers, "session", session.token, origin);
  return meOf(env.DB, passkey.authorId, origin);
};

/** Refused, but nobody's other passkeys with it; the owner sees the line. */
async function warnOfCopy(
  error: unknown,
  passkey: PasskeyRow,
  { env, now }: ApiContext,
): Promise<never> {
  if (error instanceof CopiedPasskey) {
    const { authorId, id } = passkey;
    const line = { at: now, authorId, action: "passkey-copied", detail: id.slice(0, 12) };
    await insertAudit(env.DB, line).run();
  }
  throw error;
}

/** Ends the session, and asks the browser to forget what it kept. */
export const logOut: ApiHandler = async (_request, { env, who, origin, headers }) => {
  if (who.id !== null && who.session !== null) await endSession(env.DB, who.id, who.session).run();
  dropCookie(headers, "session", origin);
  headers.set("Clear-Site-Data", '"cache"');
  return undefined;
};
