import { createContext } from "preact";

/** What fills a slot when the page is answered, not when it is rendered. */
export type SlotName =
  | { readonly kind: "sidebar" }
  | { readonly kind: "count"; readonly postId: number; readonly count: number };

/** What the Worker's renderer gives to pages. */
export interface Assets {
  /** The style sheet of every page, minified. It stands in the page, and the CSP allows it by its hash. */
  readonly css: string;
  /** What of the style only pages have where somebody may write. */
  readonly talkCss?: string;
  /** The address of the script that wakes islands. */
  readonly loader?: string;
  /** A mark that the renderer takes out again and remembers the place of. Without it, a slot shows what it holds. */
  readonly mark?: (slot: SlotName) => string;
}

export const AssetsContext = createContext<Assets>({ css: "" });
