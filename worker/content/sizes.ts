import type { Element, Root } from "hast";
import { eachElement } from "./tree.ts";

/** As much of a file's row as its place in a text needs. */
export interface SizedMedia {
  readonly key: string;
  readonly name: string;
  /** Pixels. */
  readonly width: number | null;
  readonly height: number | null;
  readonly sizes: readonly { readonly width: number; readonly key: string }[];
}

/** How wide a picture stands in a text: as the screen where that is narrow, else as the column. */
const SHOWN = "(max-width: 46rem) 100vw, 42rem";
const OURS = /^\/media\/([0-9a-f]{32})(?:\/|$)/;

/** Names the key of a picture of ours. */
export const keyOfSrc = (src: unknown): string | null => OURS.exec(String(src ?? ""))?.[1] ?? null;

/** Gives the pictures of a text their sizes, so that nothing moves when they arrive and no phone loads what it cannot show. */
export function useSizes(tree: Root, media: readonly SizedMedia[]): void {
  const rows = new Map(media.map((row) => [row.key, row]));
  eachElement(tree, (node) => {
    if (node.tagName !== "img") return;
    const row = rows.get(keyOfSrc(node.properties["src"]) ?? "");
    if (row) useRow(node, row);
  });
}

function useRow({ properties }: Element, { key, name, width, height, sizes }: SizedMedia): void {
  properties["decoding"] = "async";
  if (!width || !height) return;
  const narrowed = properties["width"] !== undefined || properties["height"] !== undefined;
  if (!narrowed) Object.assign(properties, { width, height });
  if (sizes.length === 0) return;
  const address = (of: string) => `/media/${of}/${encodeURIComponent(name)}`;
  const list = [...sizes, { width, key }].map((one) => `${address(one.key)} ${one.width}w`);
  properties["srcSet"] = list.join(", ");
  properties["sizes"] = SHOWN;
}
