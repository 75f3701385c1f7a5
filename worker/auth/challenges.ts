import type { UtcTime } from "../../src/model.ts";
import type { Signer } from "./signing.ts";
import { hashToken } from "./tokens.ts";

/** Seconds in which a challenge has to be answered. */
export const CHALLENGE_SECONDS = 120;

/** What a challenge was made for; an answer to another kind is none. */
export type ChallengePurpose = "login" | "join" | "passkey";

export interface Challenge {
  /** What the authenticator signs: 32 random bytes, base64url. */
  readonly challenge: string;
  /** Whom it is for: an author's handle or a link's hash; empty at the door. */
  readonly of: string;
}

/**
 * What the browser's cookie says of a challenge. It is signed and not stored, so that strangers who ask for challenges write
 * nothing; that each serves once, the batch sees to that takes its answer.
 */
export const sealChallenge = (
  signer: Signer,
  purpose: ChallengePurpose,
  { challenge, of }: Challenge,
  now: UtcTime,
): Promise<string> =>
  signer.sign({
    purpose: `challenge-${purpose}`,
    of: `${challenge} ${of}`,
    until: Math.floor(Date.parse(now) / 1000) + CHALLENGE_SECONDS,
  });

/** The challenge that a cookie of this browser names, for this purpose; null where there is none, or it is too old. */
export async function openChallenge(
  signer: Signer,
  purpose: ChallengePurpose,
  cookie: string,
  now: UtcTime,
): Promise<(Challenge & { readonly hash: string; readonly until: UtcTime }) | null> {
  const signed = await signer.verify(cookie, `challenge-${purpose}`, now);
  if (!signed?.until) return null;
  const [challenge = "", of = ""] = signed.of.split(" ");
  const until = `${new Date(signed.until * 1000).toISOString().slice(0, 19)}Z`;
  return { challenge, of, until, hash: await hashToken(`challenge ${challenge}`) };
}
