/** A file that is not what it begins as: cut off, or with a length that leads out of it. */
export class Broken extends Error {}

export type Bytes = Uint8Array<ArrayBufferLike>;

/** The byte at this place; the end of the file is Broken, as in all that follow. */
export function u8(bytes: Bytes, at: number): number {
  const value = bytes[at];
  if (value === undefined) throw new Broken();
  return value;
}

export const u16 = (bytes: Bytes, at: number): number => u8(bytes, at) * 256 + u8(bytes, at + 1);
export const u32 = (bytes: Bytes, at: number): number =>
  u16(bytes, at) * 65_536 + u16(bytes, at + 2);
export const u16le = (bytes: Bytes, at: number): number => u8(bytes, at) + u8(bytes, at + 1) * 256;
export const u24le = (bytes: Bytes, at: number): number =>
  u16le(bytes, at) + u8(bytes, at + 2) * 65_536;
export const u32le = (bytes: Bytes, at: number): number =>
  u16le(bytes, at) + u16le(bytes, at + 2) * 65_536;

/** A part of the file, which must lie in it. */
export function part(bytes: Bytes, from: number, to: number): Bytes {
  if (from < 0 || to < from || to > bytes.length) throw new Broken();
  return bytes.subarray(from, to);
}

/** As many characters as are there. */
export const ascii = (bytes: Bytes, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

export const toBytes = (text: string): Bytes =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Four bytes, the highest first. */
export const big32 = (value: number): Bytes =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);

export const little32 = (value: number): Bytes => big32(value).toReversed();

export const sameBytes = (one: Bytes, other: Bytes): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at]);

export function joined(pieces: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
