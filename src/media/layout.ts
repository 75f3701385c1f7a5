import type { Bytes } from "./bytes.ts";

/** What the head of a picture says, and how it reads without what it says of people and places. */
export interface Layout {
  /** Pixels, as they lie in the file. */
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
  /** EXIF's, 1 to 8; 5 and above lie on their side. */
  readonly orientation: number;
  readonly hasMetadata: boolean;
  /** The file without metadata, in pieces; null where it cannot be taken out of the file as it is. */
  readonly clean: readonly Bytes[] | null;
}

/** Parts of one file. A film of a GIF has thousands; more were made to keep somebody busy. */
export const MOST_PARTS = 50_000;
