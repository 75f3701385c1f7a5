/** An authenticator made of a key: what browsers hand over, with any field of it bent. */
export interface Passkey {
  readonly id: string;
  readonly keys: CryptoKeyPair;
  handle: string;
  counter: number;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** What an answer says, before it is signed. */
export interface Said {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  readonly type: "webauthn.get" | "webauthn.create";
  /** Bits: user present 1, user verified 4, with a credential 64. */
  readonly flags: number;
  readonly more: Readonly<Record<string, unknown>>;
}

export async function newPasskey(): Promise<Passkey> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const keys = (await crypto.subtle.generateKey(algorithm, true, [
    "sign",
    "verify",
  ])) as CryptoKeyPair;
  const id = base64url(crypto.getRandomValues(new Uint8Array(16)));
  return { id, keys, handle: "", counter: 0 };
}

/** The answer to "make a passkey". */
export async function register(passkey: Passkey, said: Said) {
  const client = clientData(said);
  const key = (await crypto.subtle.exportKey("jwk", passkey.keys.publicKey)) as JsonWebKey;
  const id = fromBase64url(passkey.id);
  const cose = join(
    bytes(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20),
    fromBase64url(key.x ?? ""),
    bytes(0x22, 0x58, 0x20),
    fromBase64url(key.y ?? ""),
  );
  const attested = join(new Uint8Array(16), bytes(0, id.length), id, cose);
  const data = join(await authData(said, passkey.counter), attested);
  const attestation = join(
    bytes(0xa3, 0x63),
    utf8("fmt"),
    bytes(0x64),
    utf8("none"),
    bytes(0x67),
    utf8("attStmt"),
    bytes(0xa0, 0x68),
    utf8("authData"),
    bytes(0x58, data.length),
    data,
  );
  return {
    ...{ id: passkey.id, rawId: passkey.id, type: "public-key", clientExtensionResults: {} },
    response: {
      clientDataJSON: base64url(client),
      attestationObject: base64url(attestation),
      transports: ["internal"],
    },
  };
}

/** The answer to "show a passkey". */
export async function assert(passkey: Passkey, said: Said) {
  const client = clientData(said);
  const data = await authData(said, passkey.counter);
  const signed = join(data, await sha256(client));
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  const raw = new Uint8Array(await crypto.subtle.sign(algorithm, passkey.keys.privateKey, signed));
  return {
    ...{ id: passkey.id, rawId: passkey.id, type: "public-key", clientExtensionResults: {} },
    response: {
      ...{ clientDataJSON: base64url(client), authenticatorData: base64url(data) },
      ...{ signature: base64url(der(raw)), userHandle: passkey.handle },
    },
  };
}

export const base64url = (data: Uint8Array): string =>
  btoa(String.fromCharCode(...data))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

export const fromBase64url = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) =>
    char.charCodeAt(0),
  );

const clientData = ({ type, challenge, origin, more }: Said): Bytes =>
  utf8(JSON.stringify({ type, challenge, origin, crossOrigin: false, ...more }));

async function authData({ rpId, flags }: Said, counter: number): Promise<Bytes> {
  const count = new Uint8Array(4);
  new DataView(count.buffer).setUint32(0, counter);
  return join(await sha256(utf8(rpId)), bytes(flags), count);
}

const sha256 = async (data: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", data));

/** ECDSA signatures are r and s, which WebAuthn wants as ASN.1. */
function der(raw: Uint8Array): Bytes {
  const integer = (part: Uint8Array) => {
    let start = 0;
    while (start < part.length - 1 && part[start] === 0) start++;
    const short = part.slice(start);
    const positive = (short[0] ?? 0) & 0x80 ? join(bytes(0), short) : short;
    return join(bytes(2, positive.length), positive);
  };
  const both = join(integer(raw.slice(0, 32)), integer(raw.slice(32)));
  return join(bytes(0x30, both.length), both);
}

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const bytes = (...list: number[]): Bytes => Uint8Array.from(list);

function join(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
