import { ascii, type Bytes, sameBytes, u16, u16le, u32, u32le } from "./bytes.ts";

const ORIENTATION = 0x0112;
const ENTRY_BYTES = 12;

/** How a camera was held, 1 to 8, by EXIF as TIFF; 1 for all that says nothing, or nonsense. */
export function orientationOf(tiff: Bytes): number {
  const order = ascii(tiff, 0, 2);
  if (order !== "II" && order !== "MM") return 1;
  const [short, long] = order === "II" ? [u16le, u32le] : [u16, u32];
  try {
    const first = long(tiff, 4);
    const entries = short(tiff, first);
    for (let at = first + 2; at < first + 2 + entries * ENTRY_BYTES; at += ENTRY_BYTES) {
      if (short(tiff, at) !== ORIENTATION) continue;
      const value = short(tiff, at + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
  } catch {
    // Whoever shows such a file does not turn it either.
  }
  return 1;
}

/** EXIF that says how the camera was held, and nothing else. */
export const onlyOrientation = (orientation: number): Bytes =>
  Uint8Array.from([
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ]);

export const saysOnlyOrientation = (tiff: Bytes): boolean =>
  sameBytes(tiff, onlyOrientation(orientationOf(tiff)));
