/** SHA-256 of a value as JSON, in hexadecimal. */
export async function hashOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The same UUID for the same words, so that a blog published anew from its files keeps its feeds' ids. */
export async function guidOf(kind: "id" | "file", words: string): Promise<string> {
  const hash = await hashOf([kind, words]);
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16);
  const parts = [
    ...[hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`],
    ...[variant + hash.slice(17, 20), hash.slice(20, 32)],
  ];
  return `urn:uuid:${parts.join("-")}`;
}
