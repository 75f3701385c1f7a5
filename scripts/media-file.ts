import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { imageSize } from "image-size";
import { fitsName, MAX_MEDIA_BYTES, mediaTypeOf } from "../worker/content/media-type.ts";

/** A file of this machine that the blog may store. */
export interface MediaFile {
  /** Hash of the bytes: the same file is stored once. */
  readonly key: string;
  /** Cleaned; only shown. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Where the blog will serve it. */
  readonly path: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** Bytes decide what a file is. `path` is its name to people; a file that stays behind gives the end of a sentence. */
export function readMediaFile(
  file: string,
  path: string,
): MediaFile | { readonly refused: string } {
  const { size } = statSync(file);
  if (size > MAX_MEDIA_BYTES) return { refused: "larger than 100 MB" };
  const bytes = readFileSync(file);
  const type = mediaTypeOf(bytes);
  if (!type) return { refused: "of a type that is not stored" };
  if (!fitsName(type, path)) return { refused: "not what its name says" };
  const key = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  const name = cleanName(path, type.extension);
  const pixels = type.type.startsWith("image/") ? sizeOf(bytes) : { width: null, height: null };
  const address = `/media/${key}/${encodeURIComponent(name)}`;
  return { key, name, type: type.type, bytes, path: address, ...pixels };
}

function sizeOf(bytes: Uint8Array): { width: number | null; height: number | null } {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // A camera's upright pictures lie on their side in the file.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return { width: null, height: null };
  }
}

/** Letters and digits of the old name, and the ending that the bytes deserve. */
function cleanName(path: string, extension: string): string {
  const stem = basename(path)
    .replace(/\.\w+$/, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}_]+/gu, "-")
    .slice(0, 80)
    .toWellFormed()
    .replace(/^-+|-+$/g, "");
  return `${stem || "file"}.${extension}`;
}
