import { otherItems } from "./avif-items.ts";
import { type Box, boxesIn, findBox } from "./boxes.ts";
import { Broken, type Bytes, part, sameBytes, toBytes, u8, u32 } from "./bytes.ts";
import { onlyOrientation } from "./exif.ts";
import type { Layout } from "./layout.ts";

/** Boxes at the top that an AVIF is made of; others become free room. */
const KEPT = /^(ftyp|meta|moov|mdat|sidx|moof|mfra)$/;
/** Boxes of a film, at any depth that matters, in which people and places are named. */
const FILM_NOTES = /^(udta|meta|uuid)$/;
const FILM_ROOMS = /^(moov|trak|mdia|minf|stbl)$/;
const MOST_DEPTH = 5;

/** Reads the boxes of an AVIF. Metadata is blanked where it stands, since everything is found by its place in the file. */
export function readAvif(bytes: Bytes): Layout {
  const top = boxesIn(bytes, 0, bytes.length);
  const meta = findBox(top, "meta");
  if (!meta) throw new Broken();
  const inner = boxesIn(bytes, meta.from + 4, meta.to);
  const { width, height } = sizeOf(bytes, inner);
  const blanks = blanksOf(bytes, top, inner);
  const film = findBox(top, "moov");
  const clean =
    blanks && !(film && hasNotes(bytes, film, MOST_DEPTH)) ? blanked(bytes, blanks) : null;
  const hasMetadata = clean === null || clean.length > 1;
  return { width, height, animated: film !== undefined, orientation: 1, hasMetadata, clean };
}

/** The largest of what it holds, turned as it says: a picture of tiles is larger than each, small ones lie beside it. */
function sizeOf(bytes: Bytes, inner: readonly Box[]): { width: number; height: number } {
  const iprp = findBox(inner, "iprp");
  const ipco = iprp && findBox(boxesIn(bytes, iprp.from, iprp.to), "ipco");
  if (!ipco) throw new Broken();
  const properties = boxesIn(bytes, ipco.from, ipco.to);
  let largest = { width: 0, height: 0 };
  for (const { type, from } of properties) {
    if (type !== "ispe") continue;
    const size = { width: u32(bytes, from + 4), height: u32(bytes, from + 8) };
    if (size.width * size.height > largest.width * largest.height) largest = size;
  }
  const turn = findBox(properties, "irot");
  const onSide = turn !== undefined && (u8(bytes, turn.from) & 1) === 1;
  return onSide ? { width: largest.height, height: largest.width } : largest;
}

/** A place in the file and what is to stand there. */
interface Blank {
  readonly from: number;
  readonly bytes: Bytes;
}

/** Null where something cannot be blanked. */
function blanksOf(bytes: Bytes, top: readonly Box[], inner: readonly Box[]): Blank[] | null {
  const [infos, places] = [findBox(inner, "iinf"), findBox(inner, "iloc")];
  if (!infos || !places) throw new Broken();
  const blanks = top.filter(({ type }) => !KEPT.test(type)).flatMap(freeRoom);
  for (const { type, extent } of otherItems(bytes, infos, places)) {
    if (!extent) return null;
    const { from, to } = extent;
    part(bytes, from, to);
    blanks.push({ from, bytes: type === "Exif" ? emptyExif(to - from) : spaces(to - from) });
  }
  return blanks.sort((one, other) => one.from - other.from);
}

const freeRoom = ({ start, from, to }: Box): Blank[] => [
  { from: start + 4, bytes: toBytes("free") },
  { from, bytes: new Uint8Array(to - from) },
];

/** Valid and without a word: some decoders refuse a picture whose EXIF is none. */
function emptyExif(length: number): Bytes {
  const whole = new Uint8Array(length);
  whole.set([0, 0, 0, 0, ...onlyOrientation(1)].slice(0, length));
  return whole;
}

const spaces = (length: number): Bytes => new Uint8Array(length).fill(0x20);

/** One piece where it is clean already. */
function blanked(bytes: Bytes, blanks: readonly Blank[]): readonly Bytes[] | null {
  const pieces: Bytes[] = [];
  let at = 0;
  let changed = false;
  for (const blank of blanks) {
    const to = blank.from + blank.bytes.length;
    // Two that lie over each other cannot both be what they say.
    if (blank.from < at) return null;
    changed ||= !sameBytes(part(bytes, blank.from, to), blank.bytes);
    pieces.push(part(bytes, at, blank.from), blank.bytes);
    at = to;
  }
  return changed ? [...pieces, part(bytes, at, bytes.length)] : [bytes];
}

function hasNotes(bytes: Bytes, { from, to }: Box, depth: number): boolean {
  return boxesIn(bytes, from, to).some((box) => {
    if (FILM_NOTES.test(box.type)) return true;
    return FILM_ROOMS.test(box.type) && depth > 0 && hasNotes(bytes, box, depth - 1);
  });
}
