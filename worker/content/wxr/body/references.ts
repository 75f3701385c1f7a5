import type { Element, Root } from "hast";
import { permalink } from "../../../../src/addresses.ts";
import type { Path } from "../../../../src/model.ts";
import { eachElement } from "../../tree.ts";

/** A file that is stored in this blog. */
export interface StoredFile {
  /** "/media/KEY/NAME" */
  readonly path: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** Where the addresses of an old blog lead in this one. */
export interface References {
  /** The path of a post of the import, by its old address. */
  readonly post: (url: URL) => Path | null;
  /** The stored file of an upload of the old blog. */
  readonly file: (url: URL) => StoredFile | null;
  /** Address of the old blog, with which relative ones are read. */
  readonly base: string;
  /** Told of each picture, sound or frame that another host would have to serve. */
  readonly foreign: (host: string) => void;
}

const EMBEDS = new Set(["img", "audio", "video", "source", "track", "iframe", "embed"]);

/** Points links and media of an old post to this blog, as far as what they name has come along. */
export function moveReferences(tree: Root, references: References): void {
  eachElement(tree, (node) => {
    if (node.tagName === "a") moveLink(node, references);
    if (!EMBEDS.has(node.tagName)) return;
    delete node.properties["srcSet"];
    moveFile(node, "src", references);
    if (node.properties["poster"]) moveFile(node, "poster", references);
  });
}

function moveLink(node: Element, references: References): void {
  const url = parse(node.properties["href"], references.base);
  if (!url) return;
  const path = references.post(url);
  const file = path ? null : references.file(url);
  if (path) node.properties["href"] = permalink(path) + url.hash;
  else if (file) node.properties["href"] = file.path;
}

function moveFile(node: Element, name: "src" | "poster", references: References): void {
  const url = parse(node.properties[name], references.base);
  if (!url) return;
  const file = node.tagName === "iframe" ? null : references.file(url);
  if (!file) {
    // A relative address would be one of this blog's, where nothing is.
    node.properties[name] = url.href;
    if (name === "src") references.foreign(url.hostname);
    return;
  }
  node.properties[name] = file.path;
  if (node.tagName === "img") setSize(node, file);
}

/** The size in which the author showed a picture, with the file's own proportions; its own size where there is none. */
function setSize(node: Element, { width, height }: StoredFile): void {
  if (!width || !height) return;
  const given = Number(node.properties["width"]);
  const shown = given >= 1 && given < width ? Math.round(given) : width;
  node.properties["width"] = shown;
  node.properties["height"] = Math.max(1, Math.round((shown * height) / width));
}

function parse(address: unknown, base: string): URL | null {
  if (typeof address !== "string" || address.startsWith("#")) return null;
  const url = URL.parse(address.trim(), base);
  return url && /^https?:$/.test(url.protocol) ? url : null;
}
