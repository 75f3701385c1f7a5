import type { Root, RootContent } from "hast";
import type { TextBlock } from "../../src/model.ts";
import { blockText, classesOf } from "./tree.ts";

/** What stands in a text for itself and can be spoken of: not headings, rules or the list of footnotes. */
const SPOKEN_OF = /^(p|ul|ol|dl|blockquote|pre|figure|table|div|details)$/;

/** Where each block of a text ends in its HTML. The HTML of a tree is that of its children, one after the other. */
export function blocksOf(tree: Root, write: (tree: Root) => string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let end = 0;
  for (const child of tree.children) {
    const alone = rootOf(child);
    end += write(alone).length;
    if (isSpokenOf(child)) blocks.push([end, lengthOf(alone)]);
  }
  return blocks;
}

/** The blocks of a text that was written before, each as a tree; the same ones in the same order. */
export const spokenBlocks = (tree: Root): Root[] => tree.children.filter(isSpokenOf).map(rootOf);

const rootOf = (child: RootContent): Root => ({ type: "root", children: [child] });

const lengthOf = (tree: Root): number => blockText(tree).trim().length;

const isSpokenOf = (child: RootContent): boolean =>
  child.type === "element" &&
  SPOKEN_OF.test(child.tagName) &&
  !classesOf(child).includes("footnotes") &&
  lengthOf(rootOf(child)) > 0;
