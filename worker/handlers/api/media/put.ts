import { mediaQuery } from "../../../../src/admin-api/media.ts";
import type { Picture } from "../../../../src/media/inspect.ts";
import { MAX_MEDIA_BYTES } from "../../../../src/media/limits.ts";
import { type MediaType, mediaTypeOf } from "../../../../src/media/media-type.ts";
import { cleanName } from "../../../../src/media/name.ts";
import type { MediaRow } from "../../../db/read/media.ts";
import { insertMedia, insertSize } from "../../../db/write/media/media.ts";
import { BlogError, FieldError } from "../../../errors.ts";
import { parseAs } from "../body.ts";
import type { ApiContext, ApiHandler } from "../route.ts";
import { answerMedia, requireOwn } from "./answer.ts";
import { readPicture } from "./picture.ts";
import { makeSizes } from "./sizes.ts";
import { store } from "./store.ts";

/** Bytes from the start by which a type is known. */
const HEAD_BYTES = 16;

/**
 * Stores a file under the hash of its bytes (SHA-256 in the address, of which the key is the first half), and notes what it
 * is. Done twice it comes to the same. A picture is looked at as a whole; anything else passes through as a stream. With
 * `of` it is that picture in fewer pixels, and the answer is about that one.
 */
export const putMedia: ApiHandler = async (request, context) => {
  const hash = context.params["hash"] ?? "";
  const query = parseAs(Object.fromEntries(context.query), mediaQuery);
  const size = sizeOf(request);
  const body = request.body as ReadableStream<Uint8Array>;
  const head = await readHead(body);
  const type = mediaTypeOf(head);
  if (!type) {
    await body.cancel();
    throw new BlogError("type", "A file of this type is not stored.");
  }
  const file: Sent = { key: hash.slice(0, 32), hash, type, size, head, body, ...query };
  return type.type.startsWith("image/") ? putPicture(file, context) : putStream(file, context);
};

interface Sent {
  readonly key: string;
  readonly hash: string;
  readonly type: MediaType;
  readonly size: number;
  readonly head: Uint8Array;
  readonly body: ReadableStream<Uint8Array>;
  readonly name: string;
  readonly alt: string;
  readonly seconds: number;
  readonly of?: string | undefined;
}

async function putPicture(sent: Sent, context: ApiContext) {
  const { bytes, picture } = await readPicture(sent.size, sent.head, sent.body);
  const { env, who } = context;
  if (sent.of !== undefined) requireSmaller(picture, await requireOwn(sent.of, context));
  await store(env.MEDIA, sent.key, { hash: sent.hash, type: picture.type, body: bytes });
  if (sent.of !== undefined) return keepSize(sent.of, picture.width, sent.key, context);
  const { width, height } = picture;
  await keepRow(sent, context, { width, height, seconds: null });
  if (who.by === "token" && env.IMAGES) await makeSizes(env, sent.key, { bytes, ...picture });
  return answerMedia(sent.key, context);
}

async function putStream(sent: Sent, context: ApiContext) {
  const { key, hash, type, size, head, body, seconds } = sent;
  if (sent.of !== undefined) throw new FieldError("of", "type", "Only a picture has sizes.");
  await store(context.env.MEDIA, key, { hash, type: type.type, body: whole(size, head, body) });
  await keepRow(sent, context, { width: null, height: null, seconds: seconds || null });
  return answerMedia(key, context);
}

const keepRow = (
  { key, name, type, size, alt }: Sent,
  { env, now, who }: ApiContext,
  known: { width: number | null; height: number | null; seconds: number | null },
) =>
  insertMedia(env.DB, {
    ...{ key, name: cleanName(name, type.extension), type: type.type, bytes: size, alt },
    ...{ ...known, sourceUrl: null, createdAt: now, authorId: who.id },
  }).run();

async function keepSize(of: string, width: number, key: string, context: ApiContext) {
  const { results } = await insertSize(context.env.DB, of, { width, key }).all();
  if (results.length === 0)
    throw new FieldError("of", "missing", "The picture that this is a size of is not there.");
  return answerMedia(of, context);
}

/** Readers get a size in the place of its picture, so it has the same shape. */
function requireSmaller(size: Picture, { width, height }: MediaRow): void {
  const fits = width && height && size.width < width;
  if (!fits || Math.abs(size.height - (height * size.width) / width) > 2)
    throw new FieldError("of", "shape", "A size has the shape of its picture, and fewer pixels.");
}

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
