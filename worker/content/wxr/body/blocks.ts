import type { Comment, Element, ElementContent, Root } from "hast";
import { eachElement } from "../../tree.ts";
import { Layout } from "./autop.ts";

/** Whether a text was written in the block editor. */
export const isBlockText = (source: string): boolean => source.includes("<!-- wp:");

/** In these the block editor keeps text as the old editor did. */
const FREE = new Set(["freeform", "classic", "shortcode"]);

/**
 * Lays out what stands between the blocks of a block post, and in its classic blocks; the blocks themselves are markup
 * already. Tells `empty` of each block that has no markup of its own, because WordPress filled it in.
 */
export function layBlocks(tree: Root, empty: (name: string) => void): void {
  const layout = new Layout(tree);
  const lay = (parent: Root | Element) => {
    parent.children = layBetween(parent, layout, empty);
  };
  eachElement(tree, (node) => void lay(node));
  lay(tree);
}

function layBetween(
  parent: Root | Element,
  layout: Layout,
  empty: (name: string) => void,
): ElementContent[] {
  const laid: ElementContent[] = [];
  const open: string[] = [];
  let free: ElementContent[] = [];
  const flush = () => {
    laid.push(...layout.lay(free, "paragraphs"));
    free = [];
  };
  for (const node of parent.children as ElementContent[]) {
    const mark = node.type === "comment" ? readMark(node) : null;
    const inner = open.at(-1);
    if (!mark) (isFree(parent, inner) ? free : laid).push(node);
    else {
      flush();
      if (mark.kind === "void") empty(mark.name);
      if (mark.kind === "open") open.push(mark.name);
      if (mark.kind === "close" && open.includes(mark.name))
        open.length = open.lastIndexOf(mark.name);
    }
  }
  flush();
  return laid;
}

const isFree = (parent: Root | Element, open: string | undefined): boolean =>
  open === undefined ? parent.type === "root" : FREE.has(open);

interface Mark {
  readonly kind: "open" | "close" | "void";
  readonly name: string;
}

function readMark({ value }: Comment): Mark | null {
  const found = /^\s*(\/?)wp:(?:core\/)?([a-z][\w/-]*)/.exec(value);
  if (!found) return null;
  const name = found[2] ?? "";
  if (found[1]) return { kind: "close", name };
  return { kind: /\/\s*$/.test(value) ? "void" : "open", name: name.replace(/\/$/, "") };
}
