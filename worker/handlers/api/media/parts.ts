import { BlogError } from "../../../errors.ts";

/** What a file is stored under whose parts have these hashes: 128 bit of the hash over them. */
export const keyOfParts = async (hashes: readonly string[]): Promise<string> =>
  (await hashOfBytes(new TextEncoder().encode(hashes.join("")))).slice(0, 32);

/** SHA-256, hexadecimal. */
export async function hashOfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A body of exactly so many bytes; nothing longer gets into the memory. */
export async function readPart(
  { body, headers }: Request,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const wrong = () => new BlogError("malformed", `This part has ${length} bytes.`);
  if (Number(headers.get("Content-Length") ?? length) !== length) throw wrong();
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    if (at + chunk.length > length) throw wrong();
    bytes.set(chunk, at);
    at += chunk.length;
  }
  if (at !== length) throw wrong();
  return bytes;
}
