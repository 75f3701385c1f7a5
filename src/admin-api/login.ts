import * as v from "valibot";
import { base64url, line, personName, someLine } from "./fields.ts";
import { CAPABILITIES, ROLES } from "./roles.ts";

/** What an authenticator says, as browsers hand it over: WebAuthn Level 3, section 5.1.8. */
const credential = {
  id: base64url(2_000),
  rawId: base64url(2_000),
  type: v.literal("public-key"),
  authenticatorAttachment: v.optional(v.picklist(["platform", "cross-platform"])),
  clientExtensionResults: v.looseObject({}),
};

export const loginResponse = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(8_000),
    userHandle: v.optional(base64url(100)),
  }),
});

export const registrationResponse = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(20_000),
    authenticatorData: v.optional(base64url(8_000)),
    transports: v.optional(v.pipe(v.array(line(40)), v.maxLength(10))),
    publicKeyAlgorithm: v.optional(v.number()),
    publicKey: v.optional(base64url(8_000)),
  }),
});

export const nothing = v.strictObject({});
export const login = v.strictObject({ response: loginResponse });

const link = base64url(43);
export const joinLook = v.strictObject({ link });
export const joinOptions = v.strictObject({
  link,
  name: v.optional(personName),
  author: v.optional(v.nullable(line(200))),
});
export const join = v.strictObject({
  ...joinOptions.entries,
  passkey: someLine(60),
  response: registrationResponse,
});

/** Whom a link lets in: by name where that is known. `authors`: who somebody may say they are, with an owner's link. */
export const joinOffer = v.strictObject({
  kind: v.picklist(["owner", "invitation"]),
  name: v.nullable(v.string()),
  role: v.picklist(ROLES),
  authors: v.array(v.strictObject({ slug: v.string(), name: v.string() })),
});
export type JoinOffer = v.InferOutput<typeof joinOffer>;

/** What the application knows of whoever logged in. */
export const me = v.strictObject({
  id: v.nullable(v.number()),
  slug: v.string(),
  name: v.string(),
  role: v.picklist(ROLES),
  can: v.array(v.picklist(CAPABILITIES)),
  /** Comments that wait for a decision of this person. */
  waiting: v.number(),
  blog: v.strictObject({
    title: v.string(),
    lang: v.picklist(["de", "en"]),
    timeZone: v.string(),
    origin: v.string(),
  }),
});
export type Me = v.InferOutput<typeof me>;
export type JoinTyped = v.InferOutput<typeof joinOptions>;
