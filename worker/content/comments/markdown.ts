import MarkdownIt, { type StateCore, type Token } from "markdown-it";
import type { CommentNode, Html } from "../../../src/model.ts";
import { renderCommentHtml } from "../html.ts";
import { nodesOf } from "../nodes.ts";
import { linkUrls, shortUrl, webUrl } from "../urls.ts";
import { readAsTyped } from "./blocks.ts";
import { type LinkOf, linkReferences } from "./references.ts";

export interface CommentContext {
  /** BCP 47; decides quotes and dashes. */
  readonly lang: string;
  readonly links: LinkOf;
}

export interface RenderedText {
  readonly html: Html;
  /** Plain text, cut at a word. */
  readonly excerpt: string;
  /** The same as `html`. */
  readonly nodes: readonly CommentNode[];
}

/**
 * Renders a visitor's text as people write it: a line break stays one; links, emphasis, quotes, lists and code are the
 * only things that signs can mean, and whatever else was typed is shown.
 */
export function renderComment(text: string, { lang, links }: CommentContext): RenderedText {
  const unsafe = markdownIt.render(text);
  const { html, excerpt, tree } = renderCommentHtml(unsafe, lang, [
    linkUrls,
    linkReferences(links),
  ]);
  return { html, excerpt, nodes: nodesOf(tree) };
}

const markdownIt = new MarkdownIt({ html: false, breaks: true })
  .disable(["code", "heading", "lheading", "hr", "table", "reference", "html_block"])
  .disable(["image", "html_inline", "entity", "strikethrough"])
  .use(readAsTyped);

// What is no address on the web stays as it was typed; what is one is shown as the browser will understand it.
markdownIt.normalizeLink = (address) => webUrl(address) ?? address;
markdownIt.validateLink = (address) => webUrl(address) !== null;
markdownIt.normalizeLinkText = shortUrl;
markdownIt.renderer.rules["softbreak"] = () => "<br>";
markdownIt.renderer.rules["hardbreak"] = () => "<br>";
markdownIt.core.ruler.push("plain_emphasis", flattenEmphasis);

/** Emphasis within the same emphasis says nothing more, and a thousand of them would only be deep. */
function flattenEmphasis({ tokens }: StateCore): void {
  for (const token of tokens) if (token.children) token.children = flatten(token.children);
}

function flatten(tokens: readonly Token[]): Token[] {
  const open = { em: 0, strong: 0 };
  return tokens.filter(({ tag, nesting }) => {
    if ((tag !== "em" && tag !== "strong") || nesting === 0) return true;
    if (nesting > 0) return ++open[tag] === 1;
    return --open[tag] === 0;
  });
}
