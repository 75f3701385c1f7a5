import { type Box, boxesIn } from "./boxes.ts";
import { ascii, Broken, type Bytes, u8, u16, u32 } from "./bytes.ts";

/** What an AVIF keeps beside its picture, and where. */
export interface Item {
  readonly type: string;
  /** Null where it lies in more than one piece, or not in the file by itself. */
  readonly extent: { readonly from: number; readonly to: number } | null;
}

const MOST_ITEMS = 10_000;

/** The items that are no picture: EXIF, XMP and whatever else somebody added. */
export function otherItems(bytes: Bytes, infos: Box, places: Box): Item[] {
  const types = typesOf(bytes, infos);
  const extents = extentsOf(bytes, places);
  return [...types]
    .filter(([, type]) => !PICTURES.test(type))
    .map(([id, type]) => ({ type, extent: extents.get(id) ?? null }));
}

/** Pictures, tiles, and what is made of other items. */
const PICTURES = /^(av01|grid|iovl|iden|tmap)$/;

function typesOf(bytes: Bytes, { from, to }: Box): Map<number, string> {
  const start = from + (u8(bytes, from) === 0 ? 6 : 8);
  const types = new Map<number, string>();
  for (const box of boxesIn(bytes, start, to)) {
    const version = u8(bytes, box.from);
    if (box.type !== "infe" || version < 2) throw new Broken();
    const id = version === 2 ? u16(bytes, box.from + 4) : u32(bytes, box.from + 4);
    types.set(id, ascii(bytes, box.from + (version === 2 ? 8 : 10), 4));
  }
  return types;
}

type Extents = Map<number, { from: number; to: number } | null>;

function extentsOf(bytes: Bytes, { from }: Box): Extents {
  const version = u8(bytes, from);
  const sizes = u16(bytes, from + 4);
  const [offsetBytes, lengthBytes] = [sizes >> 12, (sizes >> 8) & 15];
  const [baseBytes, indexBytes] = [(sizes >> 4) & 15, version > 0 ? sizes & 15 : 0];
  let at = from + 6;
  const take = (count: number): number => {
    at += count;
    return numberAt(bytes, at - count, count);
  };
  const items = take(version < 2 ? 2 : 4);
  if (version > 2 || items > MOST_ITEMS) throw new Broken();
  const extents: Extents = new Map();
  for (let item = 0; item < items; item++) {
    const id = take(version < 2 ? 2 : 4);
    const inFile = version === 0 || (take(2) & 15) === 0;
    take(2);
    const base = take(baseBytes);
    const pieces = take(2);
    let extent: { from: number; to: number } | null = null;
    for (let piece = 0; piece < pieces; piece++) {
      take(indexBytes);
      const start = base + take(offsetBytes);
      extent = { from: start, to: start + take(lengthBytes) };
    }
    extents.set(id, inFile && pieces === 1 ? extent : null);
  }
  return extents;
}

function numberAt(bytes: Bytes, at: number, count: number): number {
  if (count === 0) return 0;
  if (count === 2) return u16(bytes, at);
  if (count === 4) return u32(bytes, at);
  if (count === 8 && u32(bytes, at) === 0) return u32(bytes, at + 4);
  throw new Broken();
}
