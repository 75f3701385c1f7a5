import { BlogError } from "../../../errors.ts";

interface Content {
  /** SHA-256, hexadecimal: R2 makes it while it stores, and stores nothing where it is another. */
  readonly hash: string;
  readonly type: string;
  readonly body: ReadableStream | Uint8Array;
}

/** What a domain of the bucket's own says of a file, where no code of ours answers. */
export const httpMetadata = (type: string): R2HTTPMetadata => ({
  contentType: type,
  cacheControl: "public, max-age=31536000, immutable",
  ...(!/^(image|audio|video)\//.test(type) && { contentDisposition: "attachment" }),
});

/** Puts bytes where the blog keeps its media. */
export async function store(
  bucket: R2Bucket,
  key: string,
  { hash, type, body }: Content,
): Promise<void> {
  try {
    await bucket.put(key, body, { sha256: hash, httpMetadata: httpMetadata(type) });
  } catch (error) {
    // R2's own words for bytes with another hash: developers.cloudflare.com/r2/api/error-codes
    if (/10037|checksum/i.test(String(error)))
      throw new BlogError("invalid", "The bytes are not those that the address promises.");
    if (/FixedLengthStream|did not see all expected bytes|more bytes/i.test(String(error)))
      throw new BlogError("malformed", "The file is not as long as was said.");
    throw outage(error);
  }
}

/** R2's own failures have a number; they end, and the same may be tried again. */
export const outage = (error: unknown): unknown =>
  /R2|^(Error: )?(put|get|head|list|delete|uploadPart|completeMultipartUpload): /.test(
    String(error),
  )
    ? new BlogError("unavailable", "The files do not answer.")
    : error;
