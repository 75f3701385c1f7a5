import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import type { Me } from "../../admin-api/login.ts";
import { ask } from "../api.ts";
import { Problem } from "../problem.ts";

interface Options<T> {
  readonly options: T;
}

/** Logs in with a passkey. `inField`: offered by the browser in a field, until something else asks. */
export async function logIn({ inField = false } = {}): Promise<Me> {
  const { options } = await ask<Options<PublicKeyCredentialRequestOptionsJSON>>(
    "/api/login/options",
    { method: "POST", body: {}, login: false },
  );
  const response = await asked(
    startAuthentication({ optionsJSON: options, useBrowserAutofill: inField }),
  );
  return ask<Me>("/api/login", { method: "POST", body: { response }, login: false });
}

/** Makes a passkey; `path` is the address that says what for. */
export async function makePasskey(path: string, body: object): Promise<RegistrationResponseJSON> {
  const { options } = await ask<Options<PublicKeyCredentialCreationOptionsJSON>>(path, {
    ...{ method: "POST", body },
  });
  return asked(startRegistration({ optionsJSON: options }));
}

/** Status of a Problem: the person, the browser or the authenticator did not want to. */
export const PASSKEY_REFUSED = -2;

async function asked<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    const isThere =
      code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED" || name === "InvalidStateError";
    throw new Problem(PASSKEY_REFUSED, {
      reason: isThere ? "passkey-there" : "passkey-refused",
      detail: String(error),
    });
  }
}
