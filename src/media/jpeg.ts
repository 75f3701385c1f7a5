import { ascii, Broken, type Bytes, joined, part, toBytes, u8, u16 } from "./bytes.ts";
import { onlyOrientation, orientationOf, saysOnlyOrientation } from "./exif.ts";
import { type Layout, MOST_PARTS } from "./layout.ts";

const EXIF = "Exif\0\0";
const EOI = 0xd9;
const SOS = 0xda;
/** A JFIF header without a small picture in it, which may show what was cut off the large one. */
const PLAIN_JFIF = 16;

/** Reads a JPEG to its end: what hides between the scans or behind the last one is found as well. */
export function readJpeg(bytes: Bytes): Layout {
  const clean: Bytes[] = [part(bytes, 0, 2)];
  let size: readonly [width: number, height: number] | null = null;
  let orientation: number | null = null;
  let hasMetadata = false;
  let end = 0;
  for (const { marker, from, to } of segmentsOf(bytes)) {
    const segment = part(bytes, from, to);
    if (isFrame(marker)) size ??= [u16(segment, 7), u16(segment, 5)];
    if (marker === EOI) end = to;
    if (isKept(marker, segment)) {
      clean.push(segment);
      continue;
    }
    const tiff = ascii(segment, 4, 6) === EXIF ? segment.subarray(10) : null;
    hasMetadata ||= !tiff || orientation !== null || !saysOnlyOrientation(tiff);
    if (!tiff || orientation !== null) continue;
    orientation = orientationOf(tiff);
    if (orientation !== 1) clean.push(exifSegment(orientation));
  }
  if (!size || end === 0) throw new Broken();
  // Behind the end lie pictures in other sizes, with a place and a time of their own.
  hasMetadata ||= end < bytes.length;
  const [width, height] = size;
  return { width, height, animated: false, orientation: orientation ?? 1, hasMetadata, clean };
}

/** A piece of a JPEG, its marker included; after SOS the picture itself belongs to it. */
interface Segment {
  readonly marker: number;
  readonly from: number;
  readonly to: number;
}

function* segmentsOf(bytes: Bytes): Generator<Segment> {
  let parts = 0;
  for (let at = 2; at < bytes.length; ) {
    if (++parts > MOST_PARTS) throw new Broken();
    if (u8(bytes, at) !== 0xff) throw new Broken();
    const marker = u8(bytes, at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const bare = marker === EOI || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    const length = bare ? 0 : u16(bytes, at + 2);
    if (!bare && length < 2) throw new Broken();
    const head = at + 2 + length;
    const to = marker === SOS ? endOfScan(bytes, head) : head;
    yield { marker, from: at, to };
    if (marker === EOI) return;
    at = to;
  }
}

/** Where the next marker stands that belongs to no picture data. */
function endOfScan(bytes: Bytes, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new Broken();
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** JFIF, colour profiles and Adobe's note on colours stay; every other application's words and comments go. */
function isKept(marker: number, segment: Bytes): boolean {
  if (marker === 0xe0)
    return ascii(segment, 4, 5) === "JFIF\0" && segment.length - 2 === PLAIN_JFIF;
  if (marker === 0xe2) return ascii(segment, 4, 12) === "ICC_PROFILE\0";
  if (marker === 0xee) return ascii(segment, 4, 5) === "Adobe";
  return !((marker >= 0xe1 && marker <= 0xef) || marker === 0xfe);
}

function exifSegment(orientation: number): Bytes {
  const tiff = onlyOrientation(orientation);
  const length = 2 + EXIF.length + tiff.length;
  return joined([Uint8Array.of(0xff, 0xe1, 0, length), toBytes(EXIF), tiff]);
}
