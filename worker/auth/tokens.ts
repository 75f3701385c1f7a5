import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../src/model.ts";
import { findToken, type TokenRow, updateUsedOn } from "../db/write/tokens.ts";
import { BlogError } from "../errors.ts";

/**
 * What a token may do. `publish`: write posts from files, with the media beside them, and read what that needs. `moderate`:
 * see and decide about comments, set the rules for them, and answer people who ask what is stored. `write`: posts, media, tags
 * and categories. `settings`: the blog's.
 */
export type Scope = "publish" | "moderate" | "write" | "settings";

/** Those who look for lost secrets know it by that. */
const PREFIX = "randnotiz_";
const TOKEN = /^randnotiz_[\w-]{43}$/;
/** Bytes of chance in a token. */
export const TOKEN_BYTES = 32;

/** A token, of 32 random bytes. It is shown once. */
export function makeToken(random: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...random));
  return PREFIX + base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Whether a text could be a token at all. */
export const isToken = (text: string): boolean => TOKEN.test(text);

/** What is stored of it. With 256 bits of chance it needs neither salt nor slowness. */
export async function hashToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether somebody tried at all: the header may also be missing. */
export const namesToken = (authorization: string | null): boolean => bearerOf(authorization) !== "";

/** The token of an `Authorization` header, if it may do this; else throws. */
export async function requireToken(
  db: D1Database,
  authorization: string | null,
  { scope, now }: { scope: Scope | null; now: UtcTime },
): Promise<TokenRow> {
  const token = bearerOf(authorization);
  if (!token) throw new BlogError("unauthorized", "A token is needed here.");
  const found = isToken(token) ? await findToken(db, await hashToken(token)) : null;
  if (!found || !isValid(found, now))
    throw new BlogError("unauthorized", "The token is unknown, or no longer valid.");
  if (scope === null) throw new BlogError("forbidden", "No token is good for this address.");
  if (!found.scopes.split(" ").includes(scope))
    throw new BlogError("forbidden", `The token has not the scope "${scope}".`);
  const day = now.slice(0, 10);
  if (found.usedOn !== day) await updateUsedOn(db, found.hash, day).run();
  return found;
}

/** Whether it is the token that `npm start` made for this run, of which no database knows. */
export const isOwnToken = (authorization: string | null, own: string | undefined): boolean =>
  own !== undefined && isToken(own) && bearerOf(authorization) === own;

const bearerOf = (authorization: string | null): string =>
  /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1] ?? "";

const isValid = ({ expiresAt, revokedAt }: TokenRow, now: UtcTime): boolean =>
  revokedAt === null && (expiresAt === null || expiresAt > now);
