import { ascii, Broken, type Bytes, part, u8, u16le } from "./bytes.ts";
import { type Layout, MOST_PARTS } from "./layout.ts";

const HEADER_BYTES = 13;
const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b];
const [GRAPHIC, APPLICATION] = [0xf9, 0xff];
/** Applications that say how often it plays, and its colours. */
const KEPT = /^(NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1012)$/;

/** Reads the blocks of a GIF: comments, texts and other applications' words are metadata. */
export function readGif(bytes: Bytes): Layout {
  const start = HEADER_BYTES + colourTable(u8(bytes, 10));
  const clean: Bytes[] = [part(bytes, 0, start)];
  let frames = 0;
  let hasMetadata = false;
  let end = 0;
  for (const { kind, from, to } of blocksOf(bytes, start)) {
    if (kind === IMAGE) frames++;
    if (kind === TRAILER) end = to;
    if (kind !== EXTENSION || isKept(bytes, from)) clean.push(part(bytes, from, to));
    else hasMetadata = true;
  }
  if (frames === 0 || end === 0) throw new Broken();
  hasMetadata ||= end < bytes.length;
  const [width, height] = [u16le(bytes, 6), u16le(bytes, 8)];
  return { width, height, animated: frames > 1, orientation: 1, hasMetadata, clean };
}

function* blocksOf(bytes: Bytes, start: number) {
  let parts = 0;
  for (let from = start; from < bytes.length; ) {
    if (++parts > MOST_PARTS) throw new Broken();
    const kind = u8(bytes, from);
    const to = endOfBlock(bytes, from, kind);
    yield { kind, from, to };
    if (kind === TRAILER) return;
    from = to;
  }
}

function endOfBlock(bytes: Bytes, from: number, kind: number): number {
  if (kind === TRAILER) return from + 1;
  if (kind === EXTENSION) return endOfData(bytes, from + 2);
  if (kind !== IMAGE) throw new Broken();
  return endOfData(bytes, from + 11 + colourTable(u8(bytes, from + 9)));
}

/** Behind a row of pieces, each with its length in front, of which the last is empty. */
function endOfData(bytes: Bytes, from: number): number {
  let at = from;
  for (let length = u8(bytes, at); length > 0; length = u8(bytes, at)) at += length + 1;
  return at + 1;
}

const colourTable = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

const isKept = (bytes: Bytes, from: number): boolean => {
  const label = u8(bytes, from + 1);
  return label === GRAPHIC || (label === APPLICATION && KEPT.test(ascii(bytes, from + 3, 11)));
};
