import type { Schema } from "hast-util-sanitize";

/**
 * Classes that the theme knows how to show: WordPress's alignments, captions and core blocks, and our own. Everything else
 * a text brings is dropped, so that nobody can dress a paragraph up as something else.
 */
const CLASS =
  /^(align(left|right|center|none|wide|full)|wp-block-[\w-]+|wp-element-caption|wp-caption(-text)?|blocks-gallery-[\w-]+|has-[\w-]+|is-[\w-]+|gallery(-[\w-]+)?|more|foreign|foreign-host|footnote[\w-]*|contains-task-list|task-list-item|hljs([\w-]*)|language-[\w-]+|function_|class_|language_)$/;

const INLINE = [
  "a b i em strong s del ins u q cite dfn abbr code kbd samp var mark small sub sup span br wbr time bdi bdo ruby rt rp",
  "acronym big tt strike",
];
const BLOCKS = [
  "p div section article aside header footer blockquote pre ul ol li dl dt dd h2 h3 h4 h5 h6 hr figure figcaption",
  "table caption colgroup col thead tbody tfoot tr th td details summary address",
];
const MEDIA = ["img source audio video track input"];

const words = (lines: string[]): string[] => lines.flatMap((line) => line.split(" "));

/** What an author's text may contain. An `<h1>` is the page's own and becomes an `<h2>` before this. */
export const POST_SCHEMA: Schema = {
  tagNames: words([...INLINE, ...BLOCKS, ...MEDIA]),
  attributes: {
    "*": [["className", CLASS], "id", "lang", "dir", "title", "ariaLabel", "ariaDescribedBy"],
    a: ["href", "rel", "hrefLang", "dataFootnoteRef", "dataFootnoteBackref"],
    blockquote: ["cite"],
    q: ["cite"],
    del: ["cite", "dateTime"],
    ins: ["cite", "dateTime"],
    time: ["dateTime"],
    img: [
      ...["src", "alt", "width", "height", "loading", "decoding"],
      ...[
        ["srcSet", /^(\/media\/[0-9a-f]{32}\/[^\s,]+ [1-9]\d{0,5}w(, (?=\/)|$))+$/] as [
          string,
          RegExp,
        ],
        ["sizes", /^[\w\s().,:<>=%-]{1,200}$/] as [string, RegExp],
      ],
    ],
    audio: ["src", "controls", "preload"],
    video: ["src", "controls", "preload", "width", "height", "poster"],
    source: ["src", "type"],
    track: ["src", "kind", "srcLang", "label"],
    ol: ["start", "reversed", "type"],
    li: ["value"],
    th: ["colSpan", "rowSpan", "scope", "align"],
    td: ["colSpan", "rowSpan", "align"],
    col: ["span"],
    colgroup: ["span"],
    details: ["open"],
    input: [["type", "checkbox"], ["disabled", true], "checked"],
  },
  required: { input: { type: "checkbox", disabled: true } },
  protocols: {
    href: ["http", "https", "mailto"],
    cite: ["http", "https"],
    src: [],
    poster: [],
  },
  strip: ["script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math"],
  clobber: ["id", "ariaDescribedBy"],
  clobberPrefix: "n-",
  allowComments: false,
  allowDoctypes: false,
};

/** What a visitor's comment may contain: no class, no id, no heading, no picture. */
export const COMMENT_SCHEMA: Schema = {
  tagNames: words([
    "a p br em strong i b s del ins strike q cite abbr acronym code pre kbd blockquote ul ol li sub sup",
  ]),
  attributes: { a: ["href"], abbr: ["title"], acronym: ["title"], ol: ["start"] },
  protocols: { href: ["http", "https"] },
  strip: POST_SCHEMA.strip ?? [],
  allowComments: false,
  allowDoctypes: false,
};
