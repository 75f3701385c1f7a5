import type { Element, Root } from "hast";
import hljs from "highlight.js/lib/common";
import MarkdownIt from "markdown-it";
import footnote from "markdown-it-footnote";
import { type PostContext, type RenderedPost, renderPostHtml } from "./html.ts";
import { styleToClasses } from "./inline-styles.ts";
import { classesOf, eachElement, element, replaceNode } from "./tree.ts";

/** CommonMark with tables, strikethrough, footnotes and task lists; quotes and dashes are set later, on the tree. */
const markdownIt = new MarkdownIt({ html: true, linkify: true, highlight: highlightCode }).use(
  footnote,
);
markdownIt.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

/** Renders an author's Markdown on save. HTML in it is allowed, and sanitised like all other. */
export const renderMarkdown = (
  markdown: string,
  { transforms = [], ...context }: PostContext,
): RenderedPost =>
  renderPostHtml(markdownIt.render(markdown), {
    ...context,
    transforms: [tickTasks, foldFootnotes, styleToClasses, ...transforms],
  });

/** Inner HTML of the code block, or "" to leave escaping to markdown-it. */
function highlightCode(code: string, language: string): string {
  if (!language || !hljs.getLanguage(language)) return "";
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}

/** `[ ]` and `[x]` at the start of a list item become a box that shows its state. */
function tickTasks(tree: Root): void {
  eachElement(tree, (node, parent) => {
    if (node.tagName !== "li") return;
    const holder = firstParagraph(node) ?? node;
    const first = holder.children[0];
    if (first?.type !== "text") return;
    const mark = /^\s*\[([ xX])\]\s+/.exec(first.value);
    if (!mark) return;
    first.value = first.value.slice(mark[0].length);
    const checked = mark[1] !== " ";
    holder.children.unshift(element("input", { type: "checkbox", disabled: true, checked }), {
      type: "text",
      value: " ",
    });
    addClass(node, "task-list-item");
    if (parent.type === "element") addClass(parent, "contains-task-list");
  });
}

const firstParagraph = (node: Element): Element | undefined =>
  node.children.find(
    (child): child is Element => child.type === "element" && child.tagName === "p",
  );

function addClass(node: Element, name: string): void {
  const classes = classesOf(node);
  if (!classes.includes(name)) node.properties["className"] = [...classes, name];
}

/** A footnote's number stands without brackets, and the list needs no rule of its own above it. */
function foldFootnotes(tree: Root): void {
  eachElement(tree, (node, parent) => {
    if (classesOf(node).includes("footnotes-sep")) replaceNode(parent, node, []);
    if (node.tagName === "sup" && classesOf(node).includes("footnote-ref")) {
      eachElement(node, (link) => {
        const first = link.children[0];
        if (first?.type === "text") first.value = first.value.replace(/[[\]]/g, "");
      });
    }
  });
}
