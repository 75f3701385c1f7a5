import type { ElementContent, Parents, Root } from "hast";
import { MAX_NAME } from "../../../src/limits.ts";
import { element, text } from "../tree.ts";

/** What a text says of another comment: "#7", "@7", or "@" and a name. */
export type Reference = { readonly number: number } | { readonly name: string };

/** The address of the comment meant, a path of this blog; null when there is none. */
export type LinkOf = (reference: Reference) => string | null;

/** What a text may refer to: each to be looked up. */
const MAX_REFERENCES = 20;
/** Words of a name. */
const MAX_WORDS = 3;

/**
 * The comments a text may mean. Where a name begins is plain, where it ends is not: of "@Anna Maria sagt" it gives
 * "Anna Maria sagt", "Anna Maria" and "Anna", and the longest that somebody has is meant.
 */
export function findReferences(source: string): { numbers: number[]; names: string[] } {
  const numbers = new Set<number>();
  const names = new Set<string>();
  for (const found of source.matchAll(REFERENCE)) {
    for (const reference of readings(found)) {
      if ("number" in reference && numbers.size < MAX_REFERENCES) numbers.add(reference.number);
      if ("name" in reference && names.size < MAX_REFERENCES) names.add(reference.name);
    }
    if (numbers.size + names.size >= 2 * MAX_REFERENCES) break;
  }
  return { numbers: [...numbers], names: [...names] };
}

/** Makes links of the references in a tree, but not in code and not within links. */
export const linkReferences =
  (linkOf: LinkOf) =>
  (tree: Root): void =>
    linkBelow(tree, linkOf);

const BEFORE = String.raw`(?<![\p{L}\p{N}\p{M}_.@#&/=+-])`;
const NUMBER = String.raw`[#@]([1-9]\d{0,5})(?![\p{L}\p{N}_])`;
const REST = String.raw`[^\s@#<>()[\]{}"„“”«»:;,!?/*\x60]*`;
/** A number, or up to three words; not in the middle of a word, an address or a colour. */
const REFERENCE = new RegExp(
  String.raw`${BEFORE}(?:${NUMBER}|@(\p{L}${REST}(?: [\p{L}\p{N}]${REST}){0,2}))`,
  "gu",
);
const VERBATIM = new Set(["a", "code", "pre", "kbd"]);

/** What a match may mean, the longest name first. */
function readings([, digits, words = ""]: RegExpExecArray): Reference[] {
  if (digits !== undefined) return [{ number: Number(digits) }];
  const parts = words.split(" ");
  const names: string[] = [];
  for (let count = Math.min(parts.length, MAX_WORDS); count > 0; count--) {
    const typed = parts.slice(0, count).join(" ");
    // The dot ends a sentence, or it is that of "Schaffner a. D."
    if (typed.endsWith(".")) names.push(typed);
    names.push(typed.replace(/[.'’_-]+$/, ""));
  }
  const possible = names.filter((name) => name !== "" && [...name].length <= MAX_NAME);
  return [...new Set(possible)].map((name) => ({ name }));
}

function linkBelow(parent: Parents, linkOf: LinkOf): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type === "text")
      return /[@#]/.test(child.value) ? linksIn(child.value, linkOf) : [child];
    if (child.type === "element" && !VERBATIM.has(child.tagName)) linkBelow(child, linkOf);
    return [child];
  });
}

function linksIn(words: string, linkOf: LinkOf): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const found of words.matchAll(REFERENCE)) {
    const link = linkFor(readings(found), linkOf);
    if (!link) continue;
    const label = words[found.index] + link.label;
    if (found.index > end) parts.push(text(words.slice(end, found.index)));
    parts.push(element("a", { href: link.address }, [text(label)]));
    end = found.index + label.length;
  }
  if (end < words.length) parts.push(text(words.slice(end)));
  return parts;
}

function linkFor(
  references: readonly Reference[],
  linkOf: LinkOf,
): { address: string; label: string } | null {
  for (const reference of references) {
    const address = linkOf(reference);
    const label = "number" in reference ? String(reference.number) : reference.name;
    if (address) return { address, label };
  }
  return null;
}
