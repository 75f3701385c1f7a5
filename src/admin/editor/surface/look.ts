import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { tags } from "@lezer/highlight";

/** Classes; how they look is said in the style sheet, for light paper and dark. */
const LOOK = HighlightStyle.define([
  { tag: tags.heading1, class: "md-heading md-h1" },
  { tag: tags.heading2, class: "md-heading md-h2" },
  { tag: tags.heading3, class: "md-heading md-h3" },
  { tag: [tags.heading4, tags.heading5, tags.heading6], class: "md-heading" },
  { tag: tags.strong, class: "md-strong" },
  { tag: tags.emphasis, class: "md-emphasis" },
  { tag: tags.strikethrough, class: "md-struck" },
  { tag: tags.monospace, class: "md-code" },
  { tag: tags.quote, class: "md-quote" },
  { tag: tags.link, class: "md-link" },
  { tag: [tags.url, tags.labelName], class: "md-address" },
  { tag: [tags.processingInstruction, tags.contentSeparator], class: "md-sign" },
  { tag: [tags.comment, tags.meta], class: "md-aside" },
]);

/** Markdown as the blog renders it. Markup in it gets no colours of its own. */
export const writing: Extension = [
  markdown({
    base: markdownLanguage,
    extensions: { remove: ["Subscript", "Superscript", "Emoji"] },
    completeHTMLTags: false,
  }),
  syntaxHighlighting(LOOK),
];
