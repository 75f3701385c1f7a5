import { ascii, Broken, type Bytes, u32 } from "./bytes.ts";
import { MOST_PARTS } from "./layout.ts";

/** A box of ISO/IEC 14496-12: `from` is where its content begins, `to` where it ends. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/** The boxes between two places, which must fill the room between them. */
export function boxesIn(bytes: Bytes, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (let at = start; at < end; ) {
    const { from, to } = extentOf(bytes, at, end);
    if (to < from || to > end || boxes.length > MOST_PARTS) throw new Broken();
    boxes.push({ type: ascii(bytes, at + 4, 4), start: at, from, to });
    at = to;
  }
  return boxes;
}

function extentOf(bytes: Bytes, at: number, end: number): { from: number; to: number } {
  const size = u32(bytes, at);
  // The last box may say that it goes on to the end.
  if (size === 0) return { from: at + 8, to: end };
  if (size !== 1) return { from: at + 8, to: at + size };
  if (u32(bytes, at + 8) !== 0) throw new Broken();
  return { from: at + 16, to: at + u32(bytes, at + 12) };
}

export const findBox = (boxes: readonly Box[], type: string): Box | undefined =>
  boxes.find((box) => box.type === type);
