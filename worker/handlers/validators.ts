import type { Answer } from "./answers.tsx";

/** Bytes of the hash in an ETag: enough that no two versions of a page share one. */
const ETAG_BYTES = 16;

/**
 * Gives a whole answer its validators, and turns it into a 304 where the visitor has it already. Only a 200 has them: an
 * error or a redirect is never worth keeping. The conditions are read here and nowhere else.
 */
export async function validate(
  request: Request,
  answer: Answer,
  response: Response,
): Promise<Response> {
  if (answer.status !== 200) return response;
  const { headers } = response;
  const etag = await etagOf(answer.body);
  headers.set("ETag", etag);
  const modified = answer.lastModified ? new Date(answer.lastModified) : null;
  if (modified) headers.set("Last-Modified", modified.toUTCString());
  if (!isKnown(request.headers, etag, modified)) return response;
  headers.delete("Content-Type");
  return new Response(null, { status: 304, headers });
}

/** Whether a list of ETags, or `*`, names this one; compared weakly: RFC 9110, section 13.1.2. */
export function namesTag(header: string, etag: string): boolean {
  if (header.trim() === "*") return true;
  const opaque = etag.replace(/^W\//, "");
  return [...header.matchAll(/"[^"]*"/g)].some(([tag]) => tag === opaque);
}

/** Weak, since a compressed answer has the same one. The same content gives the same, whoever renders it. */
async function etagOf(body: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
  const bytes = [...new Uint8Array(digest, 0, ETAG_BYTES)];
  return `W/"${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
}

/** A date says less than an ETag, so it counts only where there is no ETag: RFC 9110, section 13.1.3. */
function isKnown(headers: Headers, etag: string, modified: Date | null): boolean {
  const tags = headers.get("If-None-Match");
  if (tags !== null) return namesTag(tags, etag);
  const since = headers.get("If-Modified-Since") ?? "";
  const time = new Date(since);
  // What is no HTTP date says nothing; Date alone would make one of nearly anything.
  const valid = !Number.isNaN(time.getTime()) && time.toUTCString() === since.trim();
  return valid && modified !== null && modified <= time;
}
