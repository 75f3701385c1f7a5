import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../src/model.ts";
import { findSigningKey, insertSigningKey } from "../db/write/signing-keys.ts";

/** What a signed link is good for; one for another purpose opens nothing. */
export type Purpose =
  | ("confirm" | "unsubscribe" | "moderate" | "queue" | "person" | "preview")
  | `challenge-${"login" | "join" | "passkey"}`;

/** What a link says, and until when it says so: seconds since 1970, null for ever. */
export interface Signed {
  readonly purpose: Purpose;
  /** A comment's public id, or what else the purpose is about. */
  readonly of: string;
  readonly until: number | null;
}

/** Signs and checks the keys of links in mails and private feeds. */
export interface Signer {
  readonly sign: (signed: Signed) => Promise<string>;
  /** What the key says, if we signed it for this purpose and it has not ended; else null, whatever is wrong. */
  readonly verify: (key: string, purpose: Purpose, now: UtcTime) => Promise<Signed | null>;
}

/** What is said and the signature, both base64url; the last character of 32 bytes is one of sixteen. */
const FORM = /^([\w-]{1,300})\.([\w-]{42}[AEIMQUYcgkosw048])$/;
const KEY_BYTES = 32;
const ALGORITHM = { name: "HMAC", hash: "SHA-256" } as const;

/** A signer with the blog's own key, which is made when something is signed first. */
export function signerOf(db: D1Database, now: UtcTime): Signer {
  let reading: Promise<CryptoKey | null> | undefined;
  const key = () => {
    reading ??= readKey(db);
    return reading;
  };
  return {
    sign: async ({ purpose, of, until }) => {
      const said = toBase64Url(utf8(JSON.stringify([purpose, of, until])));
      const own = (await key()) ?? (await makeKey(db, now));
      reading = Promise.resolve(own);
      const signature = await crypto.subtle.sign(ALGORITHM.name, own, utf8(said));
      return `${said}.${toBase64Url(new Uint8Array(signature))}`;
    },
    verify: async (text, purpose, time) => {
      const [, said = "", signature = ""] = FORM.exec(text) ?? [];
      const bytes = fromBase64Url(signature);
      const own = bytes && (await key());
      if (!own) return null;
      // Compares in constant time.
      const ours = await crypto.subtle.verify(ALGORITHM.name, own, bytes, utf8(said));
      const signed = ours ? parse(said) : null;
      if (!signed || signed.purpose !== purpose) return null;
      return signed.until !== null && signed.until * 1000 <= Date.parse(time) ? null : signed;
    },
  };
}

async function readKey(db: D1Database): Promise<CryptoKey | null> {
  const secret = await findSigningKey(db);
  const bytes = secret === null ? null : fromBase64Url(secret);
  return bytes && crypto.subtle.importKey("raw", bytes, ALGORITHM, false, ["sign", "verify"]);
}

async function makeKey(db: D1Database, now: UtcTime): Promise<CryptoKey> {
  const random = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  await insertSigningKey(db, toBase64Url(random), now).run();
  const key = await readKey(db);
  if (!key) throw new Error("The signing key in the database is damaged");
  return key;
}

function parse(said: string): Signed | null {
  const bytes = fromBase64Url(said);
  if (!bytes) return null;
  const [purpose, of, until] = JSON.parse(new TextDecoder().decode(bytes));
  return { purpose, of, until };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!text) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
