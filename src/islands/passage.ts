/** A passage of a post, and the characters around it. */
export interface Passage {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Characters; longer passages are cut. */
const MAX_QUOTE = 500;
const AROUND = 32;

/** What is selected in the post, or the whole paragraph before the line that the link stands in. */
export function passageBefore(link: HTMLElement): Passage {
  const block = link.closest(".notes")?.previousElementSibling;
  const text = block?.parentElement;
  if (!block || !text) return { quote: "", prefix: "", suffix: "" };
  const range = selectedIn(text) ?? rangeOf(block);
  // What stands around a passage is looked for in its own block.
  const own = [...text.children].find((child) => child.contains(range.commonAncestorContainer));
  return around(own ?? text, range);
}

function selectedIn(text: Element): Range | null {
  const selection = getSelection();
  if (!selection?.toString().trim()) return null;
  const range = selection.getRangeAt(0);
  return text.contains(range.commonAncestorContainer) ? range : null;
}

function rangeOf(block: Element): Range {
  const range = new Range();
  range.selectNodeContents(block);
  return range;
}

function around(text: Element, range: Range): Passage {
  const parts = { quote: "", prefix: "", suffix: "" };
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    // The links of the notes are no part of the post.
    if (node.parentElement?.closest(".notes")) continue;
    if (!range.intersectsNode(node)) {
      parts[range.comparePoint(node, 0) < 0 ? "prefix" : "suffix"] += node.data;
      continue;
    }
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    parts.prefix += node.data.slice(0, from);
    parts.quote += node.data.slice(from, to);
    parts.suffix += node.data.slice(to);
  }
  return cut(parts.quote, parts.prefix, parts.suffix);
}

/** White space is one space; what is cut off the end of a passage comes after it. */
function cut(quoted: string, before: string, after: string): Passage {
  const quote = squeeze(quoted);
  const kept = quote.trim().slice(0, MAX_QUOTE);
  const end = kept.length < MAX_QUOTE ? kept : kept.replace(/\s\S*$/, "");
  const begin = quote.indexOf(end);
  const prefix = squeeze(before + quote.slice(0, begin));
  const suffix = squeeze(quote.slice(begin + end.length) + after);
  return { quote: end, prefix: prefix.slice(-AROUND), suffix: suffix.slice(0, AROUND) };
}

const squeeze = (text: string): string => text.replace(/\s+/g, " ");
