/** Elements that may stay open: their end is understood, so they say nothing about depth. */
const OPEN_ENDED =
  /^(p|li|d[dt]|t[hdr]|thead|tbody|tfoot|option|optgroup|colgroup|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** How deep markup nests at most, counted without parsing it: a parser would need a stack as deep. */
export function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, closes, name] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]*)/gi)) {
    if (OPEN_ENDED.test((name ?? "").toLowerCase())) continue;
    depth = closes ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": " ",
  "&amp;": "&",
};

/** The words of markup that is too deep or too odd to be read, as Markdown that says just them. */
export const plainMarkdown = (html: string): string =>
  html
    .replace(/<(?:\/?(?:p|div|br|li|tr|h[1-6])\b)/gi, "\n\n$&")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(?:lt|gt|quot|nbsp|amp);/g, (mark) => ENTITIES[mark] ?? mark)
    .replace(/[\\`*_[\]<>&#~|]/g, "\\$&")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
