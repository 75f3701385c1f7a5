import * as v from "valibot";
import { base64url, mailAddress, personName, someLine, text, webAddress } from "./fields.ts";
import { registrationResponse } from "./login.ts";

/** What readers see of an author; the mail address is for the blog alone. */
export const profile = v.strictObject({
  name: personName,
  bio: text(2_000),
  url: webAddress,
  email: mailAddress,
});
export type Profile = v.InferOutput<typeof profile>;

const passkeyName = someLine(60);
export const newPasskey = v.strictObject({ name: passkeyName, response: registrationResponse });
export const passkeyChange = v.strictObject({ name: passkeyName });

export const passkey = v.strictObject({
  id: base64url(2_000),
  name: v.string(),
  createdAt: v.string(),
  usedOn: v.nullable(v.string()),
});
export type Passkey = v.InferOutput<typeof passkey>;

export const session = v.strictObject({
  id: v.string(),
  browser: v.string(),
  createdAt: v.string(),
  seenAt: v.string(),
  /** Whether it is the one that asks. */
  current: v.boolean(),
});
export type Session = v.InferOutput<typeof session>;

/** What programs may do, in the words of `npm run owner`. */
export const SCOPES = ["publish", "moderate", "write", "settings"] as const;

export const newToken = v.strictObject({
  name: v.pipe(
    someLine(60),
    v.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, "Letters, digits, dots and dashes."),
  ),
  scopes: v.pipe(v.array(v.picklist(SCOPES)), v.minLength(1, "At least one."), v.maxLength(4)),
  /** Until it ends by itself; null: never. */
  days: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650))),
});

export const token = v.strictObject({
  name: v.string(),
  scopes: v.array(v.string()),
  createdAt: v.string(),
  expiresAt: v.nullable(v.string()),
  usedOn: v.nullable(v.string()),
});
export type Token = v.InferOutput<typeof token>;
