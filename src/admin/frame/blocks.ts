import type { Block } from "../../admin-api/frame.ts";

export type BlockKind = Block["kind"];

/** A block as it begins. */
export function newBlock(kind: BlockKind): Block {
  if (kind === "text") return { kind, title: "", markdown: "" };
  if (kind === "category") return { kind, slug: "" };
  return { kind };
}

/** Whether a block has anything to be set. */
export const canBeSet = ({ kind }: Block): boolean =>
  kind === "comments" || kind === "tags" || kind === "category" || kind === "text";

interface Numbered {
  readonly block: Block;
  readonly at: number;
  readonly key: string;
}

const keys = new WeakMap<Block, string>();
let last = 0;

/** Blocks with their places, and with keys that go where they go. */
export const numbered = (blocks: readonly Block[]): Numbered[] =>
  blocks.map((block, at) => {
    const key = keys.get(block) ?? `block-${++last}`;
    keys.set(block, key);
    return { block, at, key };
  });
