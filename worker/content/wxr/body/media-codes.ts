import type { Element, ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { eachElement, element, text } from "../../tree.ts";
import type { Tag } from "./tag.ts";

/** A file of the blog's library. */
export interface AttachedFile {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly alt: string;
  readonly caption: string;
}

/** What the shortcodes of a post need to know. */
export interface ShortcodeContext {
  /** An attachment of the export by its WordPress id. */
  readonly file: (id: number) => AttachedFile | undefined;
  /** The attachments of this post, in order. */
  readonly files: readonly AttachedFile[];
  /** Told of each shortcode that nobody knows. */
  readonly unknown: (name: string) => void;
}

const SOUND = /\.(mp3|m4a|ogg|oga|wav|flac|wma)$/i;
const FILM = /\.(mp4|m4v|webm|ogv|mov|wmv|flv)$/i;
const PICTURE = /\.(jpe?g|png|gif|webp|avif|bmp|tiff?|svg)$/i;

/** `[caption]` holds a picture, perhaps linked, and its words; long ago the words were an attribute. */
export function caption(tag: Tag, inner: string): string {
  const nodes = fromHtml(inner, { fragment: true }).children as ElementContent[];
  const last = nodes.findIndex((node) => node.type === "element" && holdsPicture(node));
  const given = tag.attributes.get("caption");
  const words = given
    ? (fromHtml(given, { fragment: true }).children as ElementContent[])
    : nodes.slice(last + 1);
  const align = /^align(left|right|center)$/.exec(tag.attributes.get("align") ?? "")?.[0];
  const figure = element("figure", { className: ["wp-caption", align ?? "alignnone"] }, [
    ...(given ? nodes : nodes.slice(0, last + 1)),
    ...captionOf(words, "wp-caption-text"),
  ]);
  return block(figure);
}

/** `[gallery]` shows the files it names, or else all pictures of its post. */
export function gallery(tag: Tag, context: ShortcodeContext): string {
  const columns = Number(tag.attributes.get("columns") ?? 3);
  const shown = chosen(tag, context).filter(({ url }) => PICTURE.test(pathOf(url)));
  if (shown.length === 0) return "";
  const count = columns >= 1 && columns <= 9 ? Math.round(columns) : 3;
  const classes = ["gallery", `gallery-columns-${count}`];
  return block(element("div", { className: classes }, shown.map(galleryItem)));
}

/** `[audio]` and `[video]` name their file in an attribute, alone, as a link between the tags, or not at all. */
export function player(
  name: "audio" | "video",
  tag: Tag,
  inner: string,
  files: readonly AttachedFile[],
): string {
  const wanted = name === "audio" ? SOUND : FILM;
  const given = [...tag.attributes.values(), ...tag.values, ...linksIn(inner)]
    .flatMap((value) => value.split(/[|,]/))
    .map((value) => value.trim());
  const own = files.find(({ url }) => wanted.test(pathOf(url)))?.url;
  const src = given.find((value) => wanted.test(pathOf(value))) ?? given.find(isAddress) ?? own;
  if (!src) return inner;
  const poster = tag.attributes.get("poster");
  return block(
    element("figure", { className: [`wp-block-${name}`] }, [
      element(name, { controls: true, preload: "none", src, ...(poster ? { poster } : {}) }),
    ]),
  );
}

/** `[playlist]` becomes one player for each file. */
export function playlist(tag: Tag, context: ShortcodeContext): string {
  const name = tag.attributes.get("type") === "video" ? "video" : "audio";
  const wanted = name === "audio" ? SOUND : FILM;
  return chosen(tag, context)
    .filter(({ url }) => wanted.test(pathOf(url)))
    .map(({ url, title }) =>
      block(
        element("figure", { className: [`wp-block-${name}`] }, [
          element(name, { controls: true, preload: "none", src: url }),
          ...captionOf(title ? [text(title)] : [], "wp-element-caption"),
        ]),
      ),
    )
    .join("");
}

function chosen(tag: Tag, { file, files }: ShortcodeContext): readonly AttachedFile[] {
  const ids = tag.attributes.get("ids") ?? tag.attributes.get("include");
  const excluded = new Set(numbers(tag.attributes.get("exclude") ?? ""));
  if (!ids) return files.filter(({ id }) => !excluded.has(id));
  return numbers(ids).flatMap((id) => file(id) ?? []);
}

const numbers = (list: string): number[] => list.split(",").map(Number);

function galleryItem({ url, alt, title, caption: words }: AttachedFile): Element {
  return element("figure", { className: ["gallery-item"] }, [
    element("a", { href: url }, [element("img", { src: url, alt: alt || title })]),
    ...captionOf(words ? [text(words)] : [], "wp-element-caption"),
  ]);
}

const captionOf = (words: ElementContent[], className: string): Element[] =>
  words.some((node) => node.type !== "text" || node.value.trim() !== "")
    ? [element("figcaption", { className: [className] }, words)]
    : [];

function holdsPicture(node: Element): boolean {
  let found = node.tagName === "img";
  eachElement(node, (below) => {
    found ||= below.tagName === "img";
  });
  return found;
}

function linksIn(inner: string): string[] {
  const found: string[] = [];
  if (inner)
    eachElement(fromHtml(inner, { fragment: true }), ({ properties }) => {
      found.push(String(properties["href"] ?? properties["src"] ?? ""));
    });
  return [...found, inner.trim()];
}

const isAddress = (value: string): boolean => /^(https?:)?\/\/\S+$/i.test(value);
const pathOf = (url: string): string => url.split(/[?#]/)[0] ?? "";
const block = (figure: Element): string => `\n\n${toHtml(figure)}\n\n`;
