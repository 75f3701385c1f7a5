import { toHtml } from "hast-util-to-html";
import { element, text } from "../../tree.ts";
import { shortUrl, webUrl } from "../../urls.ts";
import { caption, gallery, player, playlist, type ShortcodeContext } from "./media-codes.ts";
import type { Piece, Shortcode, Vocabulary } from "./pieces.ts";
import { scanShortcodes } from "./scan.ts";

const LANGUAGES =
  "bash shell c cpp csharp css delphi diff erlang go groovy html java javascript js matlab objc perl php powershell py python r ruby scala sql vb xml".split(
    " ",
  );
const VERBATIM = new Set(["code", "sourcecode", ...LANGUAGES]);
const SITES = new Set(
  "youtube vimeo googlevideo dailymotion soundcloud twitter tweet instagram flickr slideshare ted".split(
    " ",
  ),
);
const KNOWN = new Set([
  "caption",
  "wp_caption",
  "gallery",
  "audio",
  "video",
  "playlist",
  "embed",
  ...SITES,
]);
const WORDS: Vocabulary = { known: KNOWN, verbatim: VERBATIM };

/** Turns the shortcodes of a text into HTML; an unknown one is reduced to what stands between its tags. */
export const expandShortcodes = (source: string, context: ShortcodeContext): string =>
  source.includes("[") ? expand(scanShortcodes(source, WORDS), context) : source;

const expand = (pieces: readonly Piece[], context: ShortcodeContext): string =>
  pieces.map((piece) => (typeof piece === "string" ? piece : expandOne(piece, context))).join("");

function expandOne(code: Shortcode, context: ShortcodeContext): string {
  const { name } = code.tag;
  const inner = () => expand(code.inner ?? [], context);
  if (VERBATIM.has(name) && code.inner) return codeBlock(code);
  if (name === "caption" || name === "wp_caption") return caption(code.tag, inner());
  if (name === "gallery") return gallery(code.tag, context);
  if (name === "audio" || name === "video") return player(name, code.tag, inner(), context.files);
  if (name === "playlist") return playlist(code.tag, context);
  if (name === "embed" || SITES.has(name)) return embed(code);
  context.unknown(name);
  return inner();
}

/** Code as it was typed: what is escaped already stays so. */
function codeBlock({ tag, source }: Shortcode): string {
  const generic = tag.name === "code" || tag.name === "sourcecode";
  const language = generic
    ? (tag.attributes.get("language") ?? tag.attributes.get("lang") ?? tag.values[0] ?? "")
    : tag.name;
  const classes = /^[\w-]+$/.test(language) ? [`language-${language.toLowerCase()}`] : [];
  const code = source
    .replace(/^\s*\n|\s+$/g, "")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  const open = toHtml(element("code", { className: classes })).replace("</code>", "");
  return `\n\n<pre>${open}${code}</code></pre>\n\n`;
}

/** A player somewhere else becomes a link to it. */
function embed({ tag, source }: Shortcode): string {
  const given = [...tag.values, ...tag.attributes.values(), source.trim()];
  const address = given.find((value) => /^https?:/i.test(value));
  const id = tag.values[0] ?? tag.attributes.get("id");
  const url = webUrl((address ?? siteUrl(tag.name, id)).replaceAll("&amp;", "&"));
  return url
    ? `\n\n${toHtml(element("p", {}, [element("a", { href: url }, [text(shortUrl(url))])]))}\n\n`
    : "";
}

function siteUrl(site: string, id = ""): string {
  if (!/^[\w-]+$/.test(id)) return "";
  if (site === "youtube") return `https://www.youtube.com/watch?v=${id}`;
  return site === "vimeo" ? `https://vimeo.com/${id}` : "";
}
