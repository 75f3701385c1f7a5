import * as schemas from "../../../../src/admin-api/me.ts";
import { hashToken, makeToken, TOKEN_BYTES } from "../../../auth/tokens.ts";
import { listSessions } from "../../../db/read/people.ts";
import { insertAudit } from "../../../db/write/people/audit.ts";
import { endSession } from "../../../db/write/people/sessions.ts";
import { endTokenOf, insertToken, listTokensOf, type TokenRow } from "../../../db/write/tokens.ts";
import { BlogError, Conflict } from "../../../errors.ts";
import { readAs } from "../body.ts";
import type { ApiHandler } from "../route.ts";
import { ownId } from "./me.ts";

const MAX_BYTES = 10_000;
const DAY_MS = 86_400_000;

/** Where somebody is logged in. */
export const listOwnSessions: ApiHandler = async (_request, { env, who }) =>
  (await listSessions(env.DB, ownId(who))).map((session) => ({
    ...session,
    current: session.id === who.session,
  }));

export const removeSession: ApiHandler = async (_request, { env, who, params }) => {
  const ended = await endSession(env.DB, ownId(who), params["session"] ?? "").all();
  if (ended.results.length === 0) throw new BlogError("missing", "There is no such session.");
  return undefined;
};

export const listOwnTokens: ApiHandler = async (_request, { env, who }) =>
  (await listTokensOf(env.DB, ownId(who))).map(shown);

/** A token that acts for whoever asks, with no more rights than they have. It is in this answer, and nowhere else. */
export const addToken: ApiHandler = async (request, { env, who, now, random }) => {
  const { name, scopes, days } = await readAs(request, MAX_BYTES, schemas.newToken);
  const authorId = ownId(who);
  const token = makeToken(random(TOKEN_BYTES));
  const expiresAt = days === null ? null : utc(Date.parse(now) + days * DAY_MS);
  const draft = { hash: await hashToken(token), name, scopes: scopes.join(" "), createdAt: now };
  const line = { at: now, authorId, action: "token-added", detail: `${name}: ${scopes.join(" ")}` };
  try {
    await env.DB.batch([
      insertToken(env.DB, { ...draft, expiresAt, authorId }),
      insertAudit(env.DB, line),
    ]);
  } catch (error) {
    if (!/UNIQUE constraint failed/.test(String(error))) throw error;
    throw new Conflict("name", `There is a token "${name}" already.`);
  }
  return { token };
};

export const removeToken: ApiHandler = async (_request, { env, who, params, now }) => {
  const ended = await endTokenOf(env.DB, ownId(who), params["token"] ?? "", now).all();
  if (ended.results.length === 0) throw new BlogError("missing", "There is no such token.");
  return undefined;
};

const shown = ({ name, scopes, createdAt, expiresAt, usedOn }: TokenRow): schemas.Token => ({
  ...{ name, scopes: scopes.split(" "), createdAt, expiresAt, usedOn },
});

const utc = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
