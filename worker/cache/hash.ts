import type { Bytes } from "./entry.ts";

/** Bytes of a hash that names a text: enough that no two versions of a page share one. */
const HASH_BYTES = 16;

/** The same content gives the same, whoever renders it. */
export async function hashOf(body: Bytes): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", body);
  let hash = "";
  for (const byte of new Uint8Array(digest, 0, HASH_BYTES))
    hash += byte.toString(16).padStart(2, "0");
  return hash;
}
