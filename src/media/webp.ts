import {
  ascii,
  Broken,
  type Bytes,
  joined,
  little32,
  part,
  toBytes,
  u8,
  u16le,
  u24le,
  u32le,
} from "./bytes.ts";
import { onlyOrientation, orientationOf, saysOnlyOrientation } from "./exif.ts";
import { type Layout, MOST_PARTS } from "./layout.ts";

/** Chunks that say how the picture looks. */
const KEPT = /^(VP8 |VP8L|VP8X|ALPH|ANIM|ANMF|ICCP)$/;
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04];
const HEADER_BYTES = 12;

/** Reads the chunks of a WebP. */
export function readWebp(bytes: Bytes): Layout {
  const end = 8 + u32le(bytes, 4);
  const chunks = [...chunksOf(part(bytes, 0, end))];
  const [width, height] = sizeOf(chunks);
  const exif = chunks.find(({ type }) => type === "EXIF");
  const tiff = exif && tiffOf(exif.data);
  const orientation = tiff ? orientationOf(tiff) : 1;
  const others = chunks.filter((one) => one !== exif && !KEPT.test(one.type));
  const hasMetadata =
    others.length > 0 || end < bytes.length || (tiff !== undefined && !saysOnlyOrientation(tiff));
  const animated = chunks.some(({ type }) => type === "ANMF");
  const clean = written(
    chunks.filter(({ type }) => KEPT.test(type)),
    orientation,
  );
  return { width, height, animated, orientation, hasMetadata, clean };
}

interface Chunk {
  readonly type: string;
  readonly data: Bytes;
}

function* chunksOf(bytes: Bytes): Generator<Chunk> {
  let parts = 0;
  for (let at = HEADER_BYTES; at < bytes.length; ) {
    if (++parts > MOST_PARTS) throw new Broken();
    const from = at + 8;
    const to = from + u32le(bytes, at + 4);
    yield { type: ascii(bytes, at, 4), data: part(bytes, from, to) };
    at = to + (to & 1);
  }
}

/** The canvas, or the one picture; both are read, since either could promise little and unpack to much. */
function sizeOf(chunks: readonly Chunk[]): readonly [number, number] {
  const sizes = chunks.flatMap(({ type, data }) => {
    const size = SIZES[type]?.(data);
    return size ? [size] : [];
  });
  const [first] = sizes;
  if (!first) throw new Broken();
  if (sizes.some(([width, height]) => width !== first[0] || height !== first[1]))
    throw new Broken();
  return first;
}

const SIZES: Readonly<Record<string, (data: Bytes) => readonly [number, number]>> = {
  VP8X: (data) => [u24le(data, 4) + 1, u24le(data, 7) + 1],
  "VP8 ": (data) => [u16le(data, 6) & 0x3fff, u16le(data, 8) & 0x3fff],
  VP8L: (data) => {
    if (u8(data, 0) !== 0x2f) throw new Broken();
    const bits = u32le(data, 1);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  },
};

/** Some writers begin EXIF as a JPEG does. */
const tiffOf = (data: Bytes): Bytes => (ascii(data, 0, 6) === "Exif\0\0" ? data.subarray(6) : data);

function written(chunks: readonly Chunk[], orientation: number): readonly Bytes[] {
  const turned = orientation !== 1 && chunks.some(({ type }) => type === "VP8X");
  const pieces = chunks.flatMap(({ type, data }) =>
    chunk(type, type === "VP8X" ? flagged(data, turned) : data),
  );
  if (turned) pieces.push(...chunk("EXIF", onlyOrientation(orientation)));
  const length = pieces.reduce((sum, piece) => sum + piece.length, 4);
  return [toBytes("RIFF"), little32(length), toBytes("WEBP"), ...pieces];
}

/** The flags must name what is there, or decoders look for it. */
function flagged(data: Bytes, turned: boolean): Bytes {
  const flags = u8(data, 0) & ~HAS_EXIF & ~HAS_XMP;
  return joined([Uint8Array.of(turned ? flags | HAS_EXIF : flags), data.subarray(1)]);
}

const chunk = (type: string, data: Bytes): Bytes[] => [
  ...[toBytes(type), little32(data.length), data],
  ...(data.length & 1 ? [Uint8Array.of(0)] : []),
];
