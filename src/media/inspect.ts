import { readAvif } from "./avif.ts";
import { Broken, type Bytes } from "./bytes.ts";
import { readGif } from "./gif.ts";
import { readJpeg } from "./jpeg.ts";
import type { Layout } from "./layout.ts";
import { MAX_PICTURE_BYTES, MAX_PIXELS } from "./limits.ts";
import { mediaTypeOf } from "./media-type.ts";
import { readPng } from "./png.ts";
import { readWebp } from "./webp.ts";

/** What is known of a picture without unpacking it. */
export interface Picture {
  readonly type: string;
  /** Pixels, as it is shown: a camera that was held upright is taken into account. */
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
  /** EXIF's, 1 to 8. */
  readonly orientation: number;
  /** Says more than how it looks: where it was taken, when, by whom, with what. */
  readonly hasMetadata: boolean;
}

/**
 * Why a picture is not taken: no picture of a kind that is stored, more than 10 MiB, more than 50 megapixels, not what it begins
 * as, or with metadata that cannot be taken out of it as it is.
 */
export type Reason = "type" | "large" | "pixels" | "broken" | "metadata";

export interface Refusal {
  readonly refused: Reason;
}

/** Reads a picture's head and the order of its parts; never unpacks it, and never throws. */
export function inspectPicture(bytes: Bytes): Picture | Refusal {
  const found = layoutOf(bytes);
  if ("refused" in found) return found;
  const { type, layout } = found;
  const { width, height, animated, orientation, hasMetadata } = layout;
  const size = orientation >= 5 ? { width: height, height: width } : { width, height };
  return { type, ...size, animated, orientation, hasMetadata };
}

/** The picture without metadata, not a pixel of it changed; it stays turned as the camera was. */
export function stripPicture(bytes: Bytes): { readonly pieces: readonly Bytes[] } | Refusal {
  const found = layoutOf(bytes);
  if ("refused" in found) return found;
  const { hasMetadata, clean } = found.layout;
  if (!clean) return { refused: "metadata" };
  return { pieces: hasMetadata ? clean : [bytes] };
}

const READERS: Readonly<Record<string, (bytes: Bytes) => Layout>> = {
  "image/jpeg": readJpeg,
  "image/png": readPng,
  "image/gif": readGif,
  "image/webp": readWebp,
  "image/avif": readAvif,
};

function layoutOf(bytes: Bytes): { readonly type: string; readonly layout: Layout } | Refusal {
  const type = mediaTypeOf(bytes)?.type ?? "";
  const read = READERS[type];
  if (!read) return { refused: "type" };
  if (bytes.length > MAX_PICTURE_BYTES) return { refused: "large" };
  try {
    const layout = read(bytes);
    const pixels = layout.width * layout.height;
    if (pixels === 0) return { refused: "broken" };
    return pixels > MAX_PIXELS ? { refused: "pixels" } : { type, layout };
  } catch (error) {
    if (error instanceof Broken) return { refused: "broken" };
    throw error;
  }
}
