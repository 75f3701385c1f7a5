import type { SlotName } from "../../src/components/assets.ts";
import type { Bytes, Slot } from "../cache/entry.ts";

const encoder = new TextEncoder();

/** Marks the places of slots in a page while it is rendered, and takes the marks out again. */
export class Marks {
  readonly #slots: SlotName[] = [];
  /** Nobody who writes a text can know it, so no text can hold a mark. */
  readonly #secret = crypto.randomUUID();

  readonly mark = (slot: SlotName): string => `${this.#secret}:${this.#slots.push(slot) - 1};`;

  /** The page as bytes without marks, and where in them the slots are. */
  cut(html: string): { readonly body: Bytes; readonly slots: readonly Slot[] } {
    const [first = "", ...rest] = html.split(`${this.#secret}:`);
    const pieces = [encoder.encode(first)];
    const slots: Slot[] = [];
    let at = pieces[0]?.length ?? 0;
    for (const piece of rest) {
      const end = piece.indexOf(";");
      const slot = this.#slots[Number(piece.slice(0, end))] as SlotName;
      slots.push({ ...slot, at });
      const bytes = encoder.encode(piece.slice(end + 1));
      pieces.push(bytes);
      at += bytes.length;
    }
    return { body: join(pieces, at), slots };
  }
}

function join(pieces: readonly Bytes[], length: number): Bytes {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
