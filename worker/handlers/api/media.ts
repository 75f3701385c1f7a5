import { MAX_MEDIA_BYTES, mediaTypeOf } from "../../content/media-type.ts";
import { BlogError } from "../../errors.ts";
import type { ApiHandler } from "./route.ts";

/** Bytes from the start by which a type is known. */
const HEAD_BYTES = 16;

/**
 * Stores a file under the hash of its bytes (SHA-256 in the address, of which the key is the first half). The bytes pass
 * through: R2 makes the hash while it stores them, and stores nothing where it is another.
 */
export const putMedia: ApiHandler = async (request, { env, params }) => {
  const hash = params["hash"] ?? "";
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw new BlogError("missing", "A file's address is its SHA-256 in hexadecimal.");
  const size = sizeOf(request);
  const body = request.body as ReadableStream<Uint8Array>;
  const head = await readHead(body);
  const found = mediaTypeOf(head);
  if (!found) {
    await body.cancel();
    throw new BlogError("type", "A file of this type is not stored.");
  }
  const key = hash.slice(0, 32);
  await store(env.MEDIA, key, { hash, type: found.type, body: whole(size, head, body) });
  return { key, type: found.type };
};

function sizeOf({ headers, body }: Request): number {
  const size = Number(headers.get("Content-Length") ?? Number.NaN);
  if (!Number.isInteger(size) || size < 0)
    throw new BlogError("unsized", "How long the file is must be said (Content-Length).");
  if (size > MAX_MEDIA_BYTES)
    throw new BlogError("large", `The file is larger than ${MAX_MEDIA_BYTES} bytes.`);
  if (size === 0 || !body) throw new BlogError("type", "The file is empty.");
  return size;
}

async function readHead(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = body.getReader({ mode: "byob" });
  const { value } = await reader.read(new Uint8Array(HEAD_BYTES), { min: HEAD_BYTES });
  reader.releaseLock();
  return value ?? new Uint8Array();
}

/** The bytes that were read, and those that still come, which pass by without our help; R2 wants to know how many. */
function whole(size: number, head: Uint8Array, rest: ReadableStream<Uint8Array>): ReadableStream {
  const { readable, writable } = new FixedLengthStream(size);
  const pump = async () => {
    const writer = writable.getWriter();
    await writer.write(head);
    writer.releaseLock();
    await rest.pipeTo(writable);
  };
  // Whoever reads the other end hears of what went wrong.
  pump().catch(() => {});
  return readable;
}

interface Upload {
  readonly hash: string;
  readonly type: string;
  readonly body: ReadableStream;
}

async function store(bucket: R2Bucket, key: string, { hash, type, body }: Upload): Promise<void> {
  try {
    await bucket.put(key, body, { sha256: hash, httpMetadata: { contentType: type } });
  } catch (error) {
    // R2's own words for bytes with another hash: developers.cloudflare.com/r2/api/error-codes
    if (/10037|checksum/i.test(String(error)))
      throw new BlogError("invalid", "The bytes are not those that the address promises.");
    if (/FixedLengthStream|did not see all expected bytes|more bytes/i.test(String(error)))
      throw new BlogError("malformed", "The file is not as long as was said.");
    throw error;
  }
}
