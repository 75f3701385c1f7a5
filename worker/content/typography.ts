import type { Nodes, Root } from "hast";

/** Opening and closing marks: outer, then inner. */
type Quotes = readonly [open: string, close: string, innerOpen: string, innerClose: string];

/** By primary language subtag; the Unicode CLDR's delimiters, French and its kin with a no-break space. */
const QUOTES: Readonly<Record<string, Quotes>> = {
  cs: ["„", "“", "‚", "‘"],
  da: ["»", "«", "›", "‹"],
  de: ["„", "“", "‚", "‘"],
  en: ["“", "”", "‘", "’"],
  es: ["«", "»", "“", "”"],
  fr: ["«\u00A0", "\u00A0»", "“", "”"],
  it: ["«", "»", "“", "”"],
  pl: ["„", "”", "‚", "’"],
  pt: ["“", "”", "‘", "’"],
  ru: ["«", "»", "„", "“"],
  sv: ["”", "”", "’", "’"],
};
const ENGLISH = QUOTES["en"] as Quotes;

const VERBATIM = new Set([
  "code",
  "pre",
  "kbd",
  "samp",
  "tt",
  "var",
  "script",
  "style",
  "textarea",
]);
const INLINE = new Set(
  "a b i em strong s del ins u q cite dfn abbr mark small sub sup span time bdi bdo big".split(" "),
);

/** What is known while reading on through a block: the character before, and whether an inner quote is open. */
interface Flow {
  before: string;
  innerOpen: boolean;
}

/** Sets quotes, dashes and ellipses as the language does, in place. Code stays as it was typed. */
export function setTypography(tree: Root, lang: string): void {
  const quotes = QUOTES[lang.slice(0, 2).toLowerCase()] ?? ENGLISH;
  setNode(tree, quotes, { before: "", innerOpen: false });
}

function setNode(node: Nodes, quotes: Quotes, flow: Flow): void {
  if (node.type === "text") node.value = setText(node.value, quotes, flow);
  if (!("children" in node)) return;
  for (const child of node.children) {
    if (child.type === "element" && VERBATIM.has(child.tagName)) {
      flow.before = "x"; // a quote right after code closes
      continue;
    }
    const inline = child.type !== "element" || INLINE.has(child.tagName);
    if (!inline) Object.assign(flow, { before: "", innerOpen: false });
    setNode(child, quotes, flow);
    if (!inline) Object.assign(flow, { before: "", innerOpen: false });
  }
}

/** One line of plain text, for titles. */
export function setLine(line: string, lang: string): string {
  const quotes = QUOTES[lang.slice(0, 2).toLowerCase()] ?? ENGLISH;
  return setText(line, quotes, { before: "", innerOpen: false });
}

/** "xn--" begins a host in ASCII, and stays what a browser asks for. */
const DASHES = /\.\.\.|(?<=^|[^-!])(?<!\bxn)---?(?=$|[^->])|(?<=\s)-(?=\s)/g;

function setText(value: string, quotes: Quotes, flow: Flow): string {
  const dashed = value.replace(DASHES, (mark) =>
    mark === "..." ? "…" : mark === "---" ? "—" : "–",
  );
  if (!/["']/.test(dashed)) {
    flow.before = dashed.at(-1) ?? flow.before;
    return dashed;
  }
  let set = "";
  for (let at = 0; at < dashed.length; at++) {
    const mark = dashed[at] as string;
    const next = dashed[at + 1] ?? "";
    if (mark === '"') set += opens(flow.before) ? quotes[0] : quotes[1];
    else if (mark === "'") set += setSingle(flow, next, quotes);
    else set += mark;
    flow.before = mark;
  }
  return set;
}

const opens = (before: string): boolean => before === "" || /[\s([{\u2013\u2014/"'-]/.test(before);

/** A single mark opens before a word, closes what it opened, and is an apostrophe everywhere else. */
function setSingle(flow: Flow, next: string, quotes: Quotes): string {
  if (opens(flow.before) && /\p{L}/u.test(next)) {
    flow.innerOpen = true;
    return quotes[2];
  }
  if (flow.innerOpen && !/[\p{L}\p{N}]/u.test(next)) {
    flow.innerOpen = false;
    return quotes[3];
  }
  return "’";
}
