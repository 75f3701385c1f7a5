import type { D1Database } from "@cloudflare/workers-types";
import { hashToken, makeToken, type Scope, TOKEN_BYTES } from "../../worker/auth/tokens.ts";
import {
  insertToken,
  listTokens,
  revokeToken,
  type TokenRow,
} from "../../worker/db/write/tokens.ts";
import { BlogError } from "../../worker/errors.ts";

interface Wanted {
  readonly name: string;
  readonly days: string | undefined;
  /** Whether it is for the deployed blog. */
  readonly remote: boolean;
  readonly now: Date;
  /** What it is good for; without it, for publishing files. */
  readonly scope?: Scope;
}

/** What works with a token of a scope. */
const USES: Readonly<Record<Scope, string>> = {
  publish: "npm run publish -- posts/*.md",
  moderate: "npm run moderate --",
  write: "what speaks the API",
  settings: "what speaks the API",
};
const DAY_MS = 86_400_000;

/** Makes a token. It is in what this gives, and nowhere else: the database gets the hash. */
export async function createToken(db: D1Database, wanted: Wanted): Promise<string> {
  const { name, days, now, remote, scope = "publish" } = wanted;
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name))
    throw new BlogError("invalid", "A token's name is up to 60 letters, digits, dots and dashes.");
  if (days !== undefined && !/^[1-9]\d{0,4}$/.test(days))
    throw new BlogError("invalid", "--days needs a number such as 90.");
  const token = makeToken(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));
  const expiresAt = days ? utc(new Date(now.getTime() + Number(days) * DAY_MS)) : null;
  const hash = await hashToken(token);
  const draft = { hash, name, scopes: scope, createdAt: utc(now), expiresAt };
  await insertToken(db, draft)
    .all()
    .catch((error) => {
      if (!/UNIQUE constraint failed/.test(String(error))) throw error;
      const sentence = `There is a token "${name}"; choose another --name, or end that one with --revoke.`;
      throw new BlogError("invalid", sentence);
    });
  const address = remote ? "https://your.blog" : "http://localhost:8787";
  return `${token}

This is the token "${name}", shown only now: put it into the environment variable RANDNOTIZ_TOKEN, and
${USES[scope]} --remote ${address} works.`;
}

/** Makes a token worthless, at once. */
export async function endToken(db: D1Database, name: string, now: Date): Promise<string> {
  const { results } = await revokeToken(db, name, utc(now)).all();
  if (results.length === 0) throw new BlogError("missing", `There is no valid token "${name}".`);
  return `The token "${name}" is no longer valid.`;
}

/** A line for each token. */
export async function printTokens(db: D1Database): Promise<string> {
  const tokens = await listTokens(db);
  return tokens.map(lineOf).join("\n") || "There is no token.";
}

function lineOf({ name, scopes, createdAt, expiresAt, revokedAt, usedOn }: TokenRow): string {
  const end = revokedAt ? `revoked ${day(revokedAt)}` : expiresAt ? `until ${day(expiresAt)}` : "";
  const used = usedOn ? `used ${usedOn}` : "never used";
  return [name, scopes, `made ${day(createdAt)}`, used, end].filter(Boolean).join("  ");
}

const day = (time: string): string => time.slice(0, 10);
const utc = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
