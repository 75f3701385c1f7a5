import { hashToken } from "../../auth/tokens.ts";
import { VisitorFieldError } from "../../content/comments/field-error.ts";

/** Bytes of chance in a comment's token: 128 bit. */
const TOKEN_BYTES = 16;
/** Bytes of chance in a comment's public id. */
const ID_BYTES = 9;
const TOKEN = /^[\w-]{22}$/;

type Random = (count: number) => Uint8Array;

/** A token for a comment whose form came without one. */
export const newToken = (random: Random): string => toText(random(TOKEN_BYTES));

/** A public id: letters and digits that stand in an anchor, never WordPress's numbers. */
export const newId = (random: Random): string => `c${toText(random(ID_BYTES))}`;

/** The hash that is stored of a token; null for what is none. */
export async function tokenHash(token: unknown): Promise<string | null> {
  return typeof token === "string" && TOKEN.test(token) ? hashToken(token) : null;
}

/** The hash of the token of an earlier comment, by which a visitor is known. */
export async function knownHash(fields: Readonly<Record<string, unknown>>): Promise<string | null> {
  const token = fields["token"] ?? "";
  if (typeof token !== "string") throw new VisitorFieldError("token", "malformed");
  return tokenHash(token);
}

const toText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
