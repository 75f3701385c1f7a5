import type { Media, NewUpload, Upload } from "../../admin-api/media.ts";
import { PART_BYTES } from "../../media/limits.ts";
import { mediaTypeOf } from "../../media/media-type.ts";
import { Problem } from "../problem.ts";
import { prepare } from "./prepare.ts";
import { secondsOf } from "./seconds.ts";
import { hashOf, insist } from "./send.ts";
import { forgetUnfinished, rememberUnfinished } from "./unfinished.ts";

export interface Uploading {
  /** From 0 to 1. */
  readonly onProgress: (fraction: number) => void;
  /** Ends it; what was sent is found again when the same file is chosen again. */
  readonly signal: AbortSignal;
}

/** Bytes by which a type is known. */
const HEAD_BYTES = 16;
/** How much of the work is done when a picture is ready to be sent, or all hashes of a long file are made. */
const PREPARED = 0.15;

/** Brings a file into the library, as its bytes say: a picture with its sizes, anything else in parts. */
export async function uploadFile(file: File, uploading: Uploading): Promise<Media> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const type = mediaTypeOf(head)?.type;
  if (!type) throw new Problem(415, { reason: "type" });
  return type.startsWith("image/") ? uploadPicture(file, uploading) : uploadSound(file, uploading);
}

/** A picture: upright, without metadata, with sizes for narrow screens. Throws a Problem whose reason says what is wrong. */
export async function uploadPicture(file: File, uploading: Uploading): Promise<Media> {
  const { onProgress, signal } = uploading;
  onProgress(0);
  const { picture, sizes } = await prepare(file);
  const total = sizes.reduce((sum, { size }) => sum + size, picture.size);
  let sent = 0;
  const put = async (content: Blob, query: string) => {
    signal.throwIfAborted();
    onProgress(PREPARED + (1 - PREPARED) * (sent / total));
    const path = `/api/media/${await hashOf(content)}?${query}`;
    const media = await insist<Media>(path, { method: "PUT", body: content, signal });
    sent += content.size;
    return media;
  };
  let media = await put(picture, `name=${encodeURIComponent(file.name)}`);
  // A size more or less is no reason to lose the picture.
  for (const size of sizes) media = await put(size, `of=${media.key}`).catch(orKeep(media, signal));
  onProgress(1);
  return media;
}

const orKeep = (media: Media, signal: AbortSignal) => (error: unknown) => {
  if (signal.aborted) throw error;
  return media;
};

/** Sound, film or a document, in parts. A lost network or a reload loses nothing but the part that was on its way. */
export async function uploadSound(file: File, uploading: Uploading): Promise<Media> {
  const { onProgress, signal } = uploading;
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const type = mediaTypeOf(head)?.type;
  if (!type) throw new Problem(415, { reason: "type" });
  rememberUnfinished(file.name);
  const parts = await hashesOf(file, uploading);
  const body: NewUpload = { name: file.name, bytes: file.size, type, parts };
  const begun = await insist<Upload>("/api/uploads", { method: "POST", body, signal });
  const missing = parts.map((_, at) => at + 1).filter((part) => !begun.parts.includes(part));
  for (const [at, part] of missing.entries()) {
    const done = begun.parts.length + at;
    onProgress(PREPARED + (1 - PREPARED) * (done / parts.length));
    const path = `/api/uploads/${begun.id}/${part}`;
    await insist(path, { method: "PUT", body: partOf(file, part - 1), signal });
  }
  const seconds = await secondsOf(file, type);
  const path = `/api/uploads/${begun.id}/done`;
  const media = await insist<Media>(path, { method: "POST", body: { seconds }, signal });
  forgetUnfinished(file.name);
  onProgress(1);
  return media;
}

const partOf = (file: Blob, at: number): Blob =>
  file.slice(at * PART_BYTES, Math.min(file.size, (at + 1) * PART_BYTES));

/** One part of the file is in the memory at a time. */
async function hashesOf(file: Blob, { onProgress, signal }: Uploading): Promise<string[]> {
  const count = Math.ceil(file.size / PART_BYTES);
  const hashes: string[] = [];
  for (let at = 0; at < count; at++) {
    signal.throwIfAborted();
    onProgress(PREPARED * (at / count));
    hashes.push(await hashOf(partOf(file, at)));
  }
  return hashes;
}
