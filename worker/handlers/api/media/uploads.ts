import { newUpload, type Upload, uploadDone } from "../../../../src/admin-api/media.ts";
import { PART_BYTES } from "../../../../src/media/limits.ts";
import { extensionOf, mediaTypeOf } from "../../../../src/media/media-type.ts";
import { cleanName } from "../../../../src/media/name.ts";
import { findMedia } from "../../../db/read/media.ts";
import { insertMedia } from "../../../db/write/media/media.ts";
import * as rows from "../../../db/write/media/uploads.ts";
import { BlogError, Conflict, FieldError } from "../../../errors.ts";
import { readAs } from "../body.ts";
import type { ApiContext, ApiHandler } from "../route.ts";
import { answerMedia, mayChange } from "./answer.ts";
import { hashOfBytes, keyOfParts, readPart } from "./parts.ts";
import { httpMetadata, outage } from "./store.ts";

/** Bytes of the hashes of as many parts as there may be. */
const MAX_BYTES = 40_000;

/**
 * Begins to take a file in parts, or goes on with it: the hashes of the parts are its name. One that is there already has
 * all its parts.
 */
export const beginUpload: ApiHandler = async (request, context): Promise<Upload> => {
  const { env, now, who } = context;
  const { name, bytes, type, parts: hashes } = await readAs(request, MAX_BYTES, newUpload);
  if (hashes.length !== Math.ceil(bytes / PART_BYTES))
    throw new FieldError("parts", "malformed", `A part has ${PART_BYTES} bytes, but the last.`);
  const ending = extensionOf(type);
  if (ending === "bin" || type.startsWith("image/"))
    throw new BlogError("type", "A file of this type is not stored in parts.");
  const key = await keyOfParts(hashes);
  if (await findMedia(env.DB, key))
    return { id: key, bytes, partBytes: PART_BYTES, parts: hashes.map((_, at) => at + 1) };
  const known = await rows.findUpload(env.DB, key);
  if (known) return shown(known);
  const options = { httpMetadata: httpMetadata(type) };
  const { uploadId } = await env.MEDIA.createMultipartUpload(key, options).catch(fail);
  const draft = { key, uploadId, name: cleanName(name, ending), type, bytes, hashes };
  await rows.insertUpload(env.DB, { ...draft, authorId: who.id }, now).run();
  return shown(await requireUpload(key, context));
};

export const showUpload: ApiHandler = async (_request, context) =>
  shown(await requireUpload(context.params["upload"] ?? "", context));

/** Takes a part, if it is the one that was promised; the first one shows what the file is. */
export const putPart: ApiHandler = async (request, context): Promise<Upload> => {
  const { env, now, params } = context;
  const upload = await requireUpload(params["upload"] ?? "", context);
  const part = Number(params["part"]);
  const promised = upload.hashes[part - 1];
  if (promised === undefined) throw new BlogError("missing", "There is no such part.");
  const length = Math.min(PART_BYTES, upload.bytes - (part - 1) * PART_BYTES);
  const bytes = await readPart(request, length);
  if ((await hashOfBytes(bytes)) !== promised)
    throw new FieldError("part", "hash", "The bytes are not those that were promised.");
  if (part === 1 && mediaTypeOf(bytes)?.type !== upload.type)
    throw new BlogError("type", "The file is not what it was said to be.");
  const { etag } = await multipart(env, upload).uploadPart(part, bytes).catch(fail);
  await env.DB.batch(rows.insertPart(env.DB, upload.key, { part, etag }, now));
  return shown(await requireUpload(upload.key, context));
};

/** Makes a file of the parts. Done twice, or broken off between R2 and the database, it comes to the same. */
export const finishUpload: ApiHandler = async (request, context) => {
  const { seconds } = await readAs(request, MAX_BYTES, uploadDone);
  const { env, now, params } = context;
  const key = params["upload"] ?? "";
  const upload = await rows.findUpload(env.DB, key);
  if (!upload) return answerMedia(key, context);
  const { name, type, bytes, hashes, authorId, parts } = upload;
  if (parts.length !== hashes.length)
    throw new Conflict("parts", "Parts are missing.", shown(upload));
  await complete(env, upload);
  const size = { width: null, height: null, seconds };
  const row = { key, name, type, bytes, alt: "", sourceUrl: null, createdAt: now, authorId };
  await env.DB.batch([insertMedia(env.DB, { ...row, ...size }), rows.deleteUpload(env.DB, key)]);
  return answerMedia(key, context);
};

export const removeUpload: ApiHandler = async (_request, context) => {
  const { env } = context;
  const upload = await requireUpload(context.params["upload"] ?? "", context);
  if (!mayChange(upload.authorId, context.who))
    throw new BlogError("forbidden", "This is somebody else's file.");
  await multipart(env, upload).abort().catch(fail);
  await rows.deleteUpload(env.DB, upload.key).run();
  return undefined;
};

async function requireUpload(key: string, { env }: ApiContext): Promise<rows.Upload> {
  const upload = await rows.findUpload(env.DB, key);
  if (!upload) throw new BlogError("missing", "There is no such upload.");
  return upload;
}

const shown = ({ key, bytes, parts }: rows.Upload): Upload => ({
  ...{ id: key, bytes, partBytes: PART_BYTES, parts: parts.map(({ part }) => part) },
});

const multipart = ({ MEDIA }: ApiContext["env"], { key, uploadId }: rows.Upload) =>
  MEDIA.resumeMultipartUpload(key, uploadId);

/** What was completed before the database heard of it lies in R2 already. */
async function complete(env: ApiContext["env"], upload: rows.Upload): Promise<void> {
  const there = await env.MEDIA.head(upload.key).catch(fail);
  if (there?.size === upload.bytes) return;
  const parts = upload.parts.map(({ part, etag }) => ({ partNumber: part, etag }));
  await multipart(env, upload).complete(parts).catch(fail);
}

function fail(error: unknown): never {
  throw outage(error);
}
