import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import type { PasskeyDraft, PasskeyRow } from "../db/write/people/passkeys.ts";
import { BlogError } from "../errors.ts";

/** Where passkeys are good: "https://blog.example", which is configuration, and its host. */
export interface RelyingParty {
  readonly origin: string;
  /** What the authenticator shows: the blog's title. */
  readonly name: string;
}

/** Milliseconds that a browser waits for somebody to show a passkey. */
const TIMEOUT_MS = 120_000;

const hostOf = ({ origin }: Pick<RelyingParty, "origin">): string => new URL(origin).hostname;
/** The library is half as large as all else the Worker has: readers' isolates start without it. */
const library = () => import("@simplewebauthn/server");

/** One answer for everything that is wrong, so that nobody learns who is known here. */
const refused = () => new BlogError("unauthorized", "Logging in did not work.");

/** What a browser needs to ask for any passkey of this blog: whose they are is not said. */
export async function loginOptions(
  party: RelyingParty,
  challenge: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return {
    ...{ challenge, rpId: hostOf(party), timeout: TIMEOUT_MS },
    ...{ userVerification: "required", allowCredentials: [] },
  };
}

interface Registering {
  readonly challenge: string;
  /** base64url */
  readonly handle: string;
  readonly name: string;
  /** Ids of passkeys that the author has. */
  readonly known: readonly string[];
}

/** What a browser needs to make a passkey that can be found without a name and asks for a finger, a face or a PIN. */
export async function registerOptions(
  party: RelyingParty,
  { challenge, handle, name, known }: Registering,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { isoBase64URL } = await import("@simplewebauthn/server/helpers");
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    ...{ rpName: party.name, rpID: hostOf(party), timeout: TIMEOUT_MS },
    ...{ userName: name, userDisplayName: name, userID: isoBase64URL.toBuffer(handle) },
    challenge: isoBase64URL.toBuffer(challenge),
    attestationType: "none",
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** The passkey that an answer registers; anything wrong with it is refused with one sentence. */
export async function readRegistration(
  { origin }: Pick<RelyingParty, "origin">,
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<Omit<PasskeyDraft, "name" | "now">> {
  const { verifyRegistrationResponse } = await library();
  const { isoBase64URL } = await import("@simplewebauthn/server/helpers");
  const { verified, registrationInfo } = await orRefuse(() => {
    refuseFramed(response.response.clientDataJSON);
    return verifyRegistrationResponse({
      ...{ response, expectedChallenge: challenge, expectedOrigin: origin },
      ...{ expectedRPID: hostOf({ origin }), requireUserVerification: true },
    });
  });
  if (!verified || registrationInfo.fmt !== "none") throw refused();
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  return { id, publicKey: isoBase64URL.fromBuffer(publicKey), counter, transports };
}

/** The counter that a right answer brings. A smaller one than before is a copy of the passkey at work: refused. */
export async function readLogin(
  { origin }: Pick<RelyingParty, "origin">,
  response: AuthenticationResponseJSON,
  { challenge, passkey }: { readonly challenge: string; readonly passkey: PasskeyRow },
): Promise<number> {
  const { verifyAuthenticationResponse } = await library();
  const { isoBase64URL } = await import("@simplewebauthn/server/helpers");
  const { id, counter, handle } = passkey;
  // An authenticator that found the passkey by itself says whose it is.
  if (response.id !== id || response.response.userHandle !== handle) throw refused();
  const publicKey = isoBase64URL.toBuffer(passkey.publicKey);
  const { verified, authenticationInfo } = await orRefuse(() => {
    refuseFramed(response.response.clientDataJSON);
    return verifyAuthenticationResponse({
      ...{ response, expectedChallenge: challenge, expectedOrigin: origin },
      ...{ expectedRPID: hostOf({ origin }), requireUserVerification: true },
      // The library looks at the counter before it looks at the signature, when anybody could have written it.
      credential: { id, publicKey, counter: 0 },
    });
  });
  if (!verified) throw refused();
  const { newCounter } = authenticationInfo;
  if (counter > 0 && newCounter <= counter) throw new CopiedPasskey();
  return newCounter;
}

async function orRefuse<Found>(read: () => Promise<Found>): Promise<Found> {
  try {
    return await read();
  } catch {
    // The library throws for every field that is not as it must be, and says which.
    throw refused();
  }
}

/** An authenticator that counts was at work elsewhere with the same key. */
export class CopiedPasskey extends BlogError {
  constructor() {
    super("unauthorized", refused().message);
  }
}

/** Nobody frames this blog, so an answer that was made in a frame was made for somebody else. */
function refuseFramed(clientData: string): void {
  const text = atob(clientData.replaceAll("-", "+").replaceAll("_", "/"));
  const { crossOrigin, topOrigin } = JSON.parse(text);
  if (crossOrigin || topOrigin !== undefined) throw refused();
}
