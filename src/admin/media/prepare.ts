import { joined } from "../../media/bytes.ts";
import { inspectPicture, type Picture, type Reason, stripPicture } from "../../media/inspect.ts";
import { MAX_PICTURE_BYTES, MAX_PIXELS } from "../../media/limits.ts";
import { mediaTypeOf } from "../../media/media-type.ts";
import { widthsFor } from "../../media/sizes.ts";
import { Problem } from "../problem.ts";
import { type Drawing, encode, narrowed, unpack } from "./encode.ts";

/** What is sent of a picture. */
export interface Prepared {
  readonly picture: Blob;
  /** The same in fewer pixels, wide ones first. */
  readonly sizes: readonly Blob[];
}

/** Bytes that this browser may read at once, to make something smaller of them. */
const MAX_READ_BYTES = 200_000_000;
/** Pixels of width that a picture keeps which is too large as it is. */
const SMALLER_WIDTHS = [4_000, 2_800, 2_000];

/**
 * A picture as it may be stored: without metadata, upright, not too large, and its sizes. Where nothing else is to be changed
 * not a pixel is: it is only stripped.
 */
export async function prepare(file: Blob): Promise<Prepared> {
  if (file.size > MAX_READ_BYTES) throw refusal("large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const found = inspectPicture(bytes);
  const stripped = stripPicture(bytes);
  const isFit = !("refused" in found) && !("refused" in stripped) && found.orientation === 1;
  if (isFit) {
    const picture = new Blob([joined(stripped.pieces)], { type: found.type });
    if (widthsFor(found).length === 0) return { picture, sizes: [] };
    return withDrawing(picture, async (drawing) => ({
      picture,
      sizes: await sizesOf(drawing, found),
    }));
  }
  const reason = "refused" in found ? found.refused : "metadata";
  // What is too large, lies on its side or cannot be stripped is drawn anew; what is broken or no picture cannot be.
  if (reason === "type" || reason === "broken") throw refusal(reason);
  if (!("refused" in found) && found.animated) throw refusal(reason);
  // A file's own word for its type may be wrong, or missing.
  const type = mediaTypeOf(bytes)?.type ?? "";
  return withDrawing(file, (drawing) => drawnAnew(drawing, type));
}

async function withDrawing<To>(
  picture: Blob,
  work: (drawing: Drawing) => Promise<To>,
): Promise<To> {
  const drawing = await unpack(picture);
  try {
    return await work(drawing);
  } finally {
    drawing.close();
  }
}

async function drawnAnew(drawing: Drawing, type: string): Promise<Prepared> {
  const fits = drawing.width * drawing.height <= MAX_PIXELS;
  for (const width of [...(fits ? [drawing.width] : []), ...SMALLER_WIDTHS]) {
    if (width > drawing.width) continue;
    const whole = narrowed(drawing, width);
    const drawn = await encode(whole, "whole", typesFor(type, "whole"));
    const picture = await clean(drawn);
    if (!picture) continue;
    return { picture, sizes: await sizesOf(whole, { type, width: whole.width, animated: false }) };
  }
  throw refusal("large");
}

async function sizesOf(
  drawing: Drawing,
  picture: Pick<Picture, "type" | "width" | "animated">,
): Promise<Blob[]> {
  const sizes: Blob[] = [];
  let last = drawing;
  for (const width of widthsFor(picture).reverse()) {
    const smaller = narrowed(last, width);
    const size = await clean(await encode(smaller, "size", typesFor(picture.type, "size")));
    if (size) sizes.push(size);
    last = smaller;
  }
  return sizes;
}

/** A photograph has no holes that JPEG could not show; anything else may. */
function typesFor(type: string, kind: "whole" | "size"): string[] {
  const plain = type === "image/jpeg" ? "image/jpeg" : "image/png";
  if (kind === "size") return ["image/webp", plain];
  return plain === "image/jpeg" ? [plain] : type === "image/png" ? [plain] : ["image/webp", plain];
}

/** What the browser wrote, without what it adds; null where it is too large. */
async function clean(drawn: Blob): Promise<Blob | null> {
  if (drawn.size > MAX_PICTURE_BYTES) return null;
  const stripped = stripPicture(new Uint8Array(await drawn.arrayBuffer()));
  if ("refused" in stripped) throw refusal(stripped.refused);
  return new Blob([joined(stripped.pieces)], { type: drawn.type });
}

const refusal = (reason: Reason) => new Problem(422, { field: "picture", reason });
