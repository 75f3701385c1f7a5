import type { Root } from "hast";
import { type RenderedPost, renderPostHtml } from "../../html.ts";
import { styleToClasses } from "../../inline-styles.ts";
import { linkLoneUrls } from "../../urls.ts";
import { autop, markPages } from "./autop.ts";
import { isBlockText, layBlocks } from "./blocks.ts";
import type { ShortcodeContext } from "./media-codes.ts";
import { moveReferences, type References } from "./references.ts";
import { expandShortcodes } from "./shortcodes.ts";

/** What the text of an old post needs in order to become one of ours. */
export interface BodyContext {
  readonly lang: string;
  readonly path: string;
  readonly shortcodes: ShortcodeContext;
  readonly references: References;
  /** Told of each block that WordPress would have filled in. */
  readonly emptyBlock: (name: string) => void;
}

/** Renders the text of a WordPress post: shortcodes first, since they are text, and all else on the tree. */
export function renderBody(source: string, context: BodyContext): RenderedPost {
  const { lang, path, references, emptyBlock } = context;
  const lay = isBlockText(source) ? (tree: Root) => layBlocks(tree, emptyBlock) : autop;
  return renderPostHtml(expandShortcodes(source, context.shortcodes), {
    lang,
    path,
    transforms: [
      lay,
      markPages,
      linkLoneUrls,
      styleToClasses,
      (tree) => moveReferences(tree, references),
    ],
  });
}
