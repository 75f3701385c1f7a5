import type { Element, Root } from "hast";
import type { Path } from "../../../src/model.ts";
import type { RenderedPost } from "../html.ts";
import { renderMarkdown } from "../markdown.ts";
import { eachElement, replaceNode, textOf } from "../tree.ts";
import { type PostFile, wrongFile, wrongText } from "./post-file.ts";

/** A file that stands beside a post and is stored with it. */
export interface Picture {
  readonly path: Path;
  /** Pixels; null for sound. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Finds a file by its path relative to the post; a sentence says why it cannot be stored. */
export type FindPicture = (file: PostFile, path: string) => Picture | string;

/** Elements that show a file. */
export const MEDIA = /^(img|audio|video|source)$/;

/** Whether an address in a text names a file that lies beside it. */
export const liesBeside = (src: string): boolean => !/^([a-z][a-z\d+.-]*:|\/|#|\?)/i.test(src);

/** The HTML, the title, and the media the text shows. */
export function renderFile(
  file: PostFile,
  named: string | null,
  { lang, path, picture }: { lang: string; path: Path; picture: FindPicture },
): { rendered: RenderedPost; title: string; media: Path[] } {
  const media: Path[] = [];
  let title = named;
  const rendered = renderMarkdown(file.markdown, {
    ...{ lang, path },
    transforms: [
      (tree) => {
        title ??= takeHeading(tree);
      },
      (tree) =>
        eachElement(tree, (node) => {
          if (MEDIA.test(node.tagName)) useMedia(node, file, media, picture);
        }),
    ],
  });
  if (!title) throw wrongFile(file, "There is no title, and no heading that could be one.");
  return { rendered, title, media };
}

/** The first heading; where the text begins with it, it moves up and becomes the title. */
function takeHeading(tree: Root): string | null {
  const first = tree.children.find((child) => child.type === "element");
  let found: Element | null = null;
  eachElement(tree, (node) => {
    if (/^h[1-6]$/.test(node.tagName)) found ??= node;
  });
  if (!found) return null;
  if (found === first) replaceNode(tree, found, []);
  return textOf(found).trim() || null;
}

/** `![](bild.jpg)` becomes the stored file, with its size, so that nothing moves when it arrives. */
function useMedia(node: Element, file: PostFile, media: Path[], picture: FindPicture): void {
  const src = String(node.properties["src"] ?? "");
  if (!src || !liesBeside(src)) return;
  const name = decoded(src.replace(/[?#].*$/, ""));
  const found = picture(file, name);
  if (typeof found === "string") throw wrongText(file, found, src);
  media.push(found.path);
  node.properties["src"] = found.path;
  if (node.tagName !== "img" || !found.width) return;
  Object.assign(node.properties, { width: found.width, height: found.height });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
