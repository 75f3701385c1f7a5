import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { joined } from "../src/media/bytes.ts";
import { inspectPicture, type Reason, stripPicture } from "../src/media/inspect.ts";
import { MAX_MEDIA_BYTES } from "../src/media/limits.ts";
import { fitsName, mediaTypeOf } from "../src/media/media-type.ts";
import { cleanName } from "../src/media/name.ts";

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

interface Refused {
  /** The end of a sentence. */
  readonly refused: string;
}

const NO_SIZE = { width: null, height: null };

/**
 * Bytes decide what a file is. `path` is its name to people; a file that stays behind gives the end of a sentence. A picture
 * comes without what it says of people and places.
 */
export function readMediaFile(file: string, path: string): MediaFile | Refused {
  const { size } = statSync(file);
  if (size > MAX_MEDIA_BYTES) return { refused: "larger than 100 MB" };
  const whole = readFileSync(file);
  const type = mediaTypeOf(whole);
  if (!type) return { refused: "of a type that is not stored" };
  if (!fitsName(type, path)) return { refused: "not what its name says" };
  const found: Content | Refused = type.type.startsWith("image/")
    ? cleanPicture(whole)
    : { bytes: whole, ...NO_SIZE };
  if ("refused" in found) return found;
  const key = createHash("sha256").update(found.bytes).digest("hex").slice(0, 32);
  const name = cleanName(path, type.extension);
  const address = `/media/${key}/${encodeURIComponent(name)}`;
  return { key, name, type: type.type, path: address, ...found };
}

type Content = Pick<MediaFile, "bytes" | "width" | "height">;

function cleanPicture(whole: Uint8Array): Content | Refused {
  const picture = inspectPicture(whole);
  if ("refused" in picture) return { refused: REFUSED[picture.refused] };
  const stripped = stripPicture(whole);
  if ("refused" in stripped) return { refused: REFUSED[stripped.refused] };
  const { width, height } = picture;
  return { bytes: joined(stripped.pieces), width, height };
}

const REFUSED: Readonly<Record<Reason, string>> = {
  type: "of a type that is not stored",
  large: "a picture of more than 10 MB",
  pixels: "a picture of more than 50 megapixels",
  broken: "damaged",
  metadata: "a picture with metadata that cannot be taken out",
};
