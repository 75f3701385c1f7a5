import type { ElementContent, Text } from "hast";
import { element } from "../../tree.ts";

const BLANK_LINE = /\n[^\S\n]*\n\s*/;

/** Each paragraph repeats the elements around it: deeper ones stay whole, or a short text would become a long one. */
const MAX_DEPTH = 6;

/** Nothing but white space. */
export const isBlank = (nodes: readonly ElementContent[]): boolean =>
  nodes.every((node) => node.type === "text" && node.value.trim() === "");

/** Whether a blank line stands between words, at any depth. */
export const hasBlank = (nodes: readonly ElementContent[]): boolean =>
  splitAtBlankLines(nodes).length > 1;

/** Parts inline content at blank lines; an element that spans one is closed before it and opened again after. */
export function splitAtBlankLines(nodes: readonly ElementContent[], depth = 0): ElementContent[][] {
  const pieces: ElementContent[][] = [[]];
  for (const node of nodes) {
    const [first = [], ...others] = partsOf(node, depth);
    pieces.at(-1)?.push(...first);
    pieces.push(...others);
  }
  return pieces.filter((piece) => !isBlank(piece));
}

function partsOf(node: ElementContent, depth: number): ElementContent[][] {
  if (node.type === "text")
    return node.value
      .split(BLANK_LINE)
      .map((value): Text[] => (value ? [{ type: "text", value }] : []));
  if (node.type !== "element" || node.children.length === 0 || depth >= MAX_DEPTH) return [[node]];
  const pieces = splitAtBlankLines(node.children, depth + 1);
  if (pieces.length < 2) return [[node]];
  return pieces.map((children) => [{ ...node, children }]);
}

/** A line's end becomes a break, but for those at either end and those that follow a break. */
export function withBreaks(nodes: readonly ElementContent[]): ElementContent[] {
  const trimmed = nodes.map((node) => ({ ...node }));
  const first = trimmed[0];
  if (first?.type === "text") first.value = first.value.trimStart();
  const last = trimmed.at(-1);
  if (last?.type === "text") last.value = last.value.trimEnd();
  return breakLines(trimmed);
}

function breakLines(nodes: readonly ElementContent[]): ElementContent[] {
  const broken: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === "text") broken.push(...linesOf(node.value, isBreak(broken.at(-1))));
    else if (node.type === "element") broken.push({ ...node, children: breakLines(node.children) });
  }
  return broken;
}

function linesOf(value: string, afterBreak: boolean): ElementContent[] {
  const rest = afterBreak ? value.replace(/^[^\S\n]*\n/, "") : value;
  return rest.split("\n").flatMap((line, at): ElementContent[] => {
    const words: ElementContent[] = line ? [{ type: "text", value: line }] : [];
    return at === 0 ? words : [element("br", {}), ...words];
  });
}

const isBreak = (node: ElementContent | undefined): boolean =>
  node?.type === "element" && node.tagName === "br";
