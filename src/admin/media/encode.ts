import { Problem } from "../problem.ts";

/** How much of a picture's looks may be lost to make it small, from 0 to 1. */
const QUALITY = { whole: 0.9, size: 0.8 } as const;

/** A picture that is unpacked, upright. */
export interface Drawing {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

/** Unpacks a picture as a reader would see it. */
export async function unpack(picture: Blob): Promise<Drawing & { readonly close: () => void }> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: "from-image" }).catch(() => {
    throw new Problem(422, { field: "picture", reason: "broken" });
  });
  const { width, height } = bitmap;
  return { source: bitmap, width, height, close: () => bitmap.close() };
}

/** The same in so many pixels of width. Halving a wide one needs steps between, or fine lines flicker: start from the last. */
export function narrowed({ source, width, height }: Drawing, to: number): Drawing & Canvas {
  const canvas = document.createElement("canvas");
  canvas.width = to;
  canvas.height = Math.max(1, Math.round((height * to) / width));
  const context = canvas.getContext("2d");
  if (!context) throw new Problem(422, { field: "picture", reason: "broken" });
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return { source: canvas, canvas, width: canvas.width, height: canvas.height };
}

interface Canvas {
  readonly canvas: HTMLCanvasElement;
}

/** As the type that is wanted, or as one that this browser can write: some have no WebP. */
export async function encode(
  { canvas }: Canvas,
  kind: keyof typeof QUALITY,
  types: readonly string[],
): Promise<Blob> {
  for (const type of types) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, QUALITY[kind]));
    if (blob?.type === type) return blob;
  }
  throw new Problem(422, { field: "picture", reason: "broken" });
}
