/** Bytes of a picture: what is read as a whole. */
export const MAX_PICTURE_BYTES = 10 * 1_048_576;
/** Pixels of a picture; unpacked each takes four bytes of a reader's memory. */
export const MAX_PIXELS = 50_000_000;
/** Bytes that a Worker can take in one request. */
export const MAX_MEDIA_BYTES = 100_000_000;
/** Bytes of each part but the last. R2 wants at least 5 MiB: developers.cloudflare.com/r2/objects/multipart-objects */
export const PART_BYTES = 8 * 1_048_576;
/** Bytes of a file that comes in parts. */
export const MAX_UPLOAD_BYTES = 2_000_000_000;
/** Widths in pixels that a picture is also kept in, where it is wider. */
export const SIZES: readonly number[] = [480, 960, 1600];
/** Characters. */
export const MAX_ALT = 1_000;
