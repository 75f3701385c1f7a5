import { inspectPicture, type Picture, type Reason } from "../../../../src/media/inspect.ts";
import { MAX_PICTURE_BYTES } from "../../../../src/media/limits.ts";
import { BlogError, FieldError } from "../../../errors.ts";

/** Reads a picture of so many bytes, of which the first are read already, and refuses one that is not fit to be shown. */
export async function readPicture(
  size: number,
  head: Uint8Array,
  body: ReadableStream<Uint8Array>,
): Promise<{ readonly bytes: Uint8Array; readonly picture: Picture }> {
  if (size > MAX_PICTURE_BYTES) {
    await body.cancel();
    throw new BlogError("large", SENTENCES.large);
  }
  const bytes = new Uint8Array(size);
  bytes.set(head.subarray(0, size));
  let at = head.length;
  for await (const chunk of body) {
    if (at + chunk.length > size) throw wrongLength();
    bytes.set(chunk, at);
    at += chunk.length;
  }
  if (at !== size) throw wrongLength();
  return { bytes, picture: fitPicture(bytes) };
}

function fitPicture(bytes: Uint8Array): Picture {
  const picture = inspectPicture(bytes);
  if ("refused" in picture) throw wrong(picture.refused);
  if (picture.hasMetadata) throw wrong("metadata");
  return picture;
}

const wrongLength = () => new BlogError("malformed", "The file is not as long as was said.");
const wrong = (reason: Reason) => new FieldError("picture", reason, SENTENCES[reason]);

const SENTENCES: Readonly<Record<Reason, string>> = {
  type: "This is no picture.",
  large: "A picture may have 10 MiB.",
  pixels: "A picture may have 50 megapixels.",
  broken: "The picture is damaged.",
  metadata: "The picture says more than it shows (EXIF, XMP, comments): take that out before.",
};
