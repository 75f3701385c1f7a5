import { nothing } from "../../../../src/admin-api/login.ts";
import * as schemas from "../../../../src/admin-api/me.ts";
import { readRegistration, registerOptions } from "../../../auth/passkeys.ts";
import { makeSecret } from "../../../auth/sessions.ts";
import { listPasskeys } from "../../../db/read/people.ts";
import { insertAudit } from "../../../db/write/people/audit.ts";
import {
  deletePasskey,
  insertPasskey,
  renamePasskey,
  spend,
  suggestHandle,
} from "../../../db/write/people/passkeys.ts";
import { BlogError, Conflict } from "../../../errors.ts";
import { readAs } from "../body.ts";
import type { ApiHandler } from "../route.ts";
import { giveChallenge, letIn, partyOf, takeChallenge } from "./challenge.ts";
import { ownId } from "./me.ts";

const MAX_BYTES = 60_000;
const HANDLE_BYTES = 24;

export const listOwnPasskeys: ApiHandler = async (_request, { env, who }) =>
  listPasskeys(env.DB, ownId(who));

/** What a browser needs to make one more passkey for whoever is logged in. */
export const askPasskey: ApiHandler = async (request, context) => {
  await readAs(request, MAX_BYTES, nothing);
  const { env, who, random } = context;
  const id = ownId(who);
  const fresh = makeSecret(random, HANDLE_BYTES);
  const given = await suggestHandle(env.DB, id, fresh).first<{ handle: string }>();
  const handle = given?.handle ?? fresh;
  const challenge = await giveChallenge(context, "passkey", handle);
  const known = (await listPasskeys(env.DB, id)).map((one) => one.id);
  const wanted = { challenge, handle, name: who.name, known };
  return { options: await registerOptions(await partyOf(context), wanted) };
};

export const addPasskey: ApiHandler = async (request, context) => {
  const { name, response } = await readAs(request, MAX_BYTES, schemas.newPasskey);
  const { env, who, now } = context;
  const id = ownId(who);
  const { challenge, of, hash, until } = await takeChallenge(request, context, "passkey");
  const own = await suggestHandle(env.DB, id, of).first<{ handle: string }>();
  if (own?.handle !== of) throw new BlogError("unauthorized", "Logging in did not work.");
  const read = await readRegistration(context, response as never, challenge);
  await letIn(env.DB, [
    spend(env.DB, hash, until),
    insertPasskey(env.DB, of, { ...read, name, now }),
    insertAudit(env.DB, { at: now, authorId: id, action: "passkey-added", detail: name }),
  ]);
  return listPasskeys(env.DB, id);
};

export const putPasskey: ApiHandler = async (request, { env, who, params }) => {
  const { name } = await readAs(request, MAX_BYTES, schemas.passkeyChange);
  const id = ownId(who);
  const { results } = await renamePasskey(env.DB, id, params["passkey"] ?? "", name).all();
  if (results.length === 0) throw missing();
  return listPasskeys(env.DB, id);
};

/** The last one stays: nobody locks themselves out. */
export const removePasskey: ApiHandler = async (_request, { env, who, params, now }) => {
  const id = ownId(who);
  const wanted = params["passkey"] ?? "";
  const before = await listPasskeys(env.DB, id);
  const found = before.find((one) => one.id === wanted);
  if (!found) throw missing();
  const { results } = await deletePasskey(env.DB, id, wanted).all();
  if (results.length === 0)
    throw new Conflict("last", "This is the last passkey; add another one first.");
  const line = { at: now, authorId: id, action: "passkey-removed", detail: found.name };
  await insertAudit(env.DB, line).run();
  return listPasskeys(env.DB, id);
};

const missing = () => new BlogError("missing", "There is no such passkey.");
