import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { type Handle, toMdast } from "hast-util-to-mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { type Options, toMarkdown } from "mdast-util-to-markdown";
import { FOOTNOTE, FOOTNOTE_MARK } from "./footnotes.ts";

type Made = Extract<ReturnType<Handle>, object>;

/** Marks for which Markdown has no sign of its own; written without any attribute. */
const asTags: Handle = (state, node) =>
  [
    { type: "html", value: `<${node.tagName}>` },
    ...state.all(node),
    { type: "html", value: `</${node.tagName}>` },
  ] as Made;

const asText: Handle = (state, node) => state.all(node) as Made;

const asHtml: Handle = (_, node) => ({ type: "html", value: oneBlock(node) });

const footnoteMark: Handle = (_, node) => ({
  type: "footnoteReference",
  identifier: String(node.properties["id"]),
});

const footnoteText: Handle = (state, node) =>
  ({
    type: "footnoteDefinition",
    identifier: String(node.properties["id"]),
    children: state.toFlow(state.all(node)),
  }) as Made;

const TAGS = Object.fromEntries(["sub", "sup", "kbd"].map((name) => [name, asTags]));

const STRANGERS: Readonly<Record<string, Handle>> = {
  ...TAGS,
  mark: asText,
  u: asText,
  [FOOTNOTE_MARK]: footnoteMark,
  [FOOTNOTE]: footnoteText,
};

/** What a post of this blog may hold beyond Markdown stays as it is. */
const OWN: Readonly<Record<string, Handle>> = {
  ...TAGS,
  ...Object.fromEntries(["mark", "u", "ins", "small", "q"].map((name) => [name, asTags])),
  ...Object.fromEntries(
    ["audio", "video", "figure", "details", "dl"].map((name) => [name, asHtml]),
  ),
};

/** A blank line would end markup in Markdown. */
const oneBlock = (node: Element): string => toHtml(node).replace(/\n(?=[^\S\n]*\n)/g, "&#10;");

// Bare addresses that look like "www.…" or a mail's stay text here, so nothing has to keep them from becoming links.
const [, ...GFM] = gfmToMarkdown().extensions ?? [];

const OPTIONS: Options = {
  ...{ bullet: "-", emphasis: "*", strong: "*", rule: "-", fences: true, listItemIndent: "one" },
  extensions: [
    ...GFM,
    {
      unsafe: [
        {
          ...{ character: ":", before: "[ps]", after: "\\/", inConstruct: "phrasing" },
          notInConstruct: ["autolink", "link", "image", "label"],
        },
      ],
    },
  ],
};

/** A tree as Markdown. `own`: of a post of this blog, whose markup may stay where Markdown has no word for it. */
export function writeMarkdown(tree: Root, own: boolean): string {
  const handlers = own ? OWN : STRANGERS;
  const mdast = toMdast(tree, { document: true, handlers });
  return toMarkdown(mdast, OPTIONS);
}
