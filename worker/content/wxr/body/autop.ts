import type { Element, ElementContent, Root, RootContent } from "hast";
import { eachElement, element } from "../../tree.ts";
import { hasBlank, isBlank, splitAtBlankLines, withBreaks } from "./lines.ts";

type Rule = "paragraphs" | "several" | "breaks" | "parts";

const BLOCKS = new Set(
  "address article aside audio blockquote center details div dd dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr iframe legend li main menu nav object ol p pre script section style summary table caption colgroup col tbody td textarea tfoot th thead tr ul video".split(
    " ",
  ),
);
/** White space in these is their own. */
const UNTOUCHED = new Set(
  "pre script style textarea audio video object iframe svg math".split(" "),
);
/** These hold parts, never text of their own. */
const PARTS = new Set("table thead tbody tfoot tr colgroup ul ol dl menu figure hgroup".split(" "));
const LINES = new Set("h1 h2 h3 h4 h5 h6 figcaption summary caption dt legend".split(" "));

/**
 * What WordPress does to a text on the way out, done to the tree: a blank line parts paragraphs, a single one breaks the
 * line, and what is a block already stays one.
 */
export function autop(tree: Root): void {
  const layout = new Layout(tree);
  tree.children = layout.lay(tree.children, "paragraphs");
}

/** Lays out part of a tree. */
export class Layout {
  /** Inline elements that hold blocks, such as a link around a heading. */
  readonly #holders = new Set<Element>();

  constructor(tree: Root) {
    this.#findHolders(tree);
  }

  lay<T extends RootContent>(nodes: readonly T[], rule: Rule, like?: Element): ElementContent[] {
    const laid: ElementContent[] = [];
    let run: ElementContent[] = [];
    const flush = () => {
      laid.push(...(rule === "parts" ? run : setRun(run, rule, like)));
      run = [];
    };
    for (const node of nodes as readonly ElementContent[]) {
      if (node.type === "comment") {
        if (!/^\s*(more\b|nextpage\s*$)/.test(node.value)) continue;
        flush();
        laid.push(node);
      } else if (node.type === "element" && this.#isBlock(node)) {
        flush();
        laid.push(...this.#layBlock(node));
      } else run.push(node);
    }
    flush();
    return laid;
  }

  #layBlock(node: Element): ElementContent[] {
    if (UNTOUCHED.has(node.tagName)) return [node];
    if (node.tagName === "p") return this.lay(node.children, "paragraphs", node);
    node.children = this.lay(node.children, ruleOf(node.tagName));
    return [node];
  }

  #isBlock = (node: Element): boolean => BLOCKS.has(node.tagName) || this.#holders.has(node);

  #findHolders(node: Root | Element): boolean {
    let holds = false;
    for (const child of node.children) {
      if (child.type !== "element") continue;
      const below = this.#findHolders(child);
      if (below && !BLOCKS.has(child.tagName)) this.#holders.add(child);
      holds = holds || below || BLOCKS.has(child.tagName);
    }
    return holds;
  }
}

function ruleOf(tagName: string): Rule {
  if (tagName === "blockquote") return "paragraphs";
  if (PARTS.has(tagName)) return "parts";
  return LINES.has(tagName) ? "breaks" : "several";
}

/** Text and inline elements that follow each other, as paragraphs; `like` is the paragraph that they stood in. */
function setRun(run: readonly ElementContent[], rule: Rule, like?: Element): ElementContent[] {
  if (isBlank(run)) return [];
  if (rule === "breaks") return withBreaks(run);
  const pieces = splitAtBlankLines(run);
  if (rule === "several" && pieces.length === 1 && !hasBlank(run)) return withBreaks(run);
  return pieces.map((piece) => element("p", { ...like?.properties }, withBreaks(piece)));
}

/** `<!--nextpage-->` parted a post into pages; here it is a line across the page. */
export function markPages(tree: Root): void {
  const mark = (parent: Root | Element) => {
    parent.children.forEach((child, at) => {
      if (child.type === "comment" && child.value.trim() === "nextpage")
        parent.children[at] = element("hr", { className: ["wp-block-separator"] });
    });
  };
  mark(tree);
  eachElement(tree, mark);
}
