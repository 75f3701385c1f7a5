import { ascii, Broken, type Bytes, big32, joined, part, toBytes, u32 } from "./bytes.ts";
import { onlyOrientation, orientationOf, saysOnlyOrientation } from "./exif.ts";
import { type Layout, MOST_PARTS } from "./layout.ts";

const SIGNATURE_BYTES = 8;
/** Chunks that say how the picture looks. */
const KEPT =
  /^(IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|mDCV|cLLI|bKGD|hIST|pHYs|sPLT|acTL|fcTL|fdAT)$/;

/** Reads the chunks of a PNG; what is not needed to show it counts as metadata, and so does what follows its end. */
export function readPng(bytes: Bytes): Layout {
  const clean: Bytes[] = [part(bytes, 0, SIGNATURE_BYTES)];
  let orientation: number | null = null;
  let hasMetadata = false;
  let animated = false;
  let end = 0;
  if (ascii(bytes, SIGNATURE_BYTES + 4, 4) !== "IHDR") throw new Broken();
  for (const { type, data, whole, to } of chunksOf(bytes)) {
    if (type === "acTL") animated = true;
    if (type === "IEND") end = to;
    if (KEPT.test(type)) {
      clean.push(whole);
      continue;
    }
    // A capital letter begins what nobody can show the picture without.
    if (/^[A-Z]/.test(type)) throw new Broken();
    const isFirst = type === "eXIf" && orientation === null;
    hasMetadata ||= !isFirst || !saysOnlyOrientation(data);
    if (!isFirst) continue;
    orientation = orientationOf(data);
    if (orientation !== 1) clean.push(chunk("eXIf", onlyOrientation(orientation)));
  }
  if (end === 0) throw new Broken();
  hasMetadata ||= end < bytes.length;
  const [width, height] = [u32(bytes, 16), u32(bytes, 20)];
  return { width, height, animated, orientation: orientation ?? 1, hasMetadata, clean };
}

function* chunksOf(bytes: Bytes) {
  let parts = 0;
  for (let at = SIGNATURE_BYTES; at < bytes.length; ) {
    if (++parts > MOST_PARTS) throw new Broken();
    const length = u32(bytes, at);
    const to = at + 12 + length;
    const type = ascii(bytes, at + 4, 4);
    if (!/^[A-Za-z]{4}$/.test(type)) throw new Broken();
    const whole = part(bytes, at, to);
    yield { type, data: whole.subarray(8, 8 + length), whole, to };
    if (type === "IEND") return;
    at = to;
  }
}

function chunk(type: string, data: Bytes): Bytes {
  const named = joined([toBytes(type), data]);
  return joined([big32(data.length), named, big32(crc32(named))]);
}

/** As PNG's specification has it, bit by bit: it is made of 30 bytes. */
function crc32(bytes: Bytes): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return ~crc >>> 0;
}
