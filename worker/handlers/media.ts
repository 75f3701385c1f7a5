import { extensionOf } from "../../src/media/media-type.ts";
import { cleanName, disposition } from "../../src/media/name.ts";
import { BlogError } from "../errors.ts";
import type { Params } from "./answers.tsx";
import { mediaHeaders } from "./headers.ts";
import { newTally, serverTiming } from "./timing.ts";
import { namesTag } from "./validators.ts";

/** What may be shown where it is; everything else is a download. Script, HTML and SVG are never stored. */
const INLINE = /^(image\/(jpeg|png|gif|webp|avif)|audio\/[\w-]+|video\/(mp4|webm))$/;
/** Neither D1 nor KV is asked for a file. */
const FREE = serverTiming("none", newTally());
const KEY = /^[0-9a-f]{32}$/;

/** What the address says of a file: which one, and what whoever saves it calls it. */
interface Address {
  readonly key: string;
  readonly name: string;
}

/** A file of R2 under the hash of its bytes: one range, conditions, a year in every cache. */
export async function showMedia(
  request: Request,
  bucket: R2Bucket,
  params: Params,
): Promise<Response> {
  const address = { key: String(params["key"]), name: String(params["name"]) };
  try {
    return await answerFile(request, bucket, address);
  } catch (error) {
    if (error instanceof BlogError) throw error;
    throw new BlogError("unavailable", "The files do not answer");
  }
}

async function answerFile(
  request: Request,
  bucket: R2Bucket,
  { key, name }: Address,
): Promise<Response> {
  const object = KEY.test(key) ? await bucket.head(key) : null;
  if (!object) throw new BlogError("missing", "No such file");
  const headers = headersOf(object, name);
  // The bytes of a key never change, so a validator that names it is right.
  if (namesTag(request.headers.get("If-None-Match") ?? "", object.httpEtag)) {
    return new Response(null, { status: 304, headers });
  }
  const range = wantsWhole(request, object.httpEtag)
    ? null
    : parseRange(request.headers.get("Range"));
  if (!range)
    return new Response(await bytes(bucket, key), { headers: sized(headers, object.size) });
  const [first, last] = within(range, object.size);
  if (first > last) return unsatisfiable(headers, object.size);
  headers.set("Content-Range", `bytes ${first}-${last}/${object.size}`);
  const length = last - first + 1;
  const body = await bytes(bucket, key, { offset: first, length });
  return new Response(body, { status: 206, headers: sized(headers, length) });
}

/** Whoever has a part of something else wants all of this: RFC 9110, section 13.1.5. A date names no bytes. */
function wantsWhole({ headers }: Request, etag: string): boolean {
  const has = headers.get("If-Range");
  return has !== null && has.trim() !== etag;
}

/** The first byte and the last, both included; or the last so many bytes. */
type Range = { readonly first: number; readonly last: number | null } | { readonly suffix: number };

/** Several ranges or a malformed one count as none: RFC 9110, section 14.2. */
function parseRange(header: string | null): Range | null {
  const [, first = "", last = ""] =
    /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (first === "") return last === "" ? null : { suffix: Number(last) };
  if (last !== "" && Number(last) < Number(first)) return null;
  return { first: Number(first), last: last === "" ? null : Number(last) };
}

/** First and last byte of the file that a range means; none where the first is beyond the last. */
function within(range: Range, size: number): [first: number, last: number] {
  if ("suffix" in range)
    return [range.suffix === 0 ? size : Math.max(0, size - range.suffix), size - 1];
  return [range.first, Math.min(range.last ?? size - 1, size - 1)];
}

async function bytes(bucket: R2Bucket, key: string, range?: R2Range): Promise<ReadableStream> {
  const object = await bucket.get(key, range ? { range } : {});
  if (!object) throw new BlogError("missing", "No such file");
  return object.body;
}

function headersOf(object: R2Object, name: string): Headers {
  const type = object.httpMetadata?.contentType ?? "application/octet-stream";
  const headers = new Headers(mediaHeaders);
  headers.set("Content-Type", type);
  const saved = cleanName(name, extensionOf(type));
  headers.set(
    "Content-Disposition",
    disposition(INLINE.test(type) ? "inline" : "attachment", saved),
  );
  headers.set("Cache-Control", "public, max-age=31536000, immutable");
  headers.set("Accept-Ranges", "bytes");
  headers.set("ETag", object.httpEtag);
  headers.set("Server-Timing", FREE);
  return headers;
}

function sized(headers: Headers, length: number): Headers {
  headers.set("Content-Length", String(length));
  return headers;
}

function unsatisfiable(headers: Headers, size: number): Response {
  headers.set("Content-Range", `bytes */${size}`);
  headers.set("Cache-Control", "no-store");
  return new Response(null, { status: 416, headers });
}
