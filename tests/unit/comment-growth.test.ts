import { expect, test } from "vitest";
import type { CommentNode } from "../../src/model.ts";
import { renderComment } from "../../worker/content/comments/markdown.ts";
import { toNodes } from "../../worker/content/nodes.ts";
import { Chance } from "../support/random.ts";

const render = (text: string) => renderComment(text, { lang: "de", links: () => "/x/#c" });

const MARKS = [
  ...["a", "b", "cd", "- ", "* ", "+ ", "1. ", "2. ", "3. ", "1) ", "2) ", "17. ", "> ", ">"],
  ...["  ", "    ", "\t", "\n", "\n", "\n", "\n\n", "`", "``", "```\n", "~~~\n", "*", "**", "_"],
  ...["[", "]", "\\", " ", "!", "&amp;", "<b>", "#"],
] as [string, ...string[]];

/** The words of nodes; notes every list that has less than two items. */
function wordsOf(nodes: readonly CommentNode[], lone: string[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      const [tag, , children] = node;
      if (/^[uo]l$/.test(tag) && children.length < 2) lone.push(tag);
      return wordsOf(children, lone);
    })
    .join("");
}

test("whatever marks come together, no word is lost and no list has one item", () => {
  const chance = new Chance(17);
  for (let round = 0; round < 2_000; round++) {
    const typed = Array.from({ length: 3 + chance.below(30) }, () => chance.pick(MARKS)).join("");
    const { html: made, nodes } = renderComment(typed, { lang: "de", links: () => null });
    const lone: string[] = [];
    const words = wordsOf(nodes, lone).replace(/[^a-z]/g, "");
    expect(lone, typed).toEqual([]);
    expect(nodes, typed).toEqual(toNodes(made));
    // What stands alone behind a fence names a language.
    if (!/[`~][ \t]*\w/.test(typed)) expect(words, typed).toBe(typed.replace(/[^a-z]/g, ""));
  }
});

const CHARS = 10_000;
const PIECES = [
  ...["> ", ">", "*", "**", "_", "* a ", "*a *b ", "a* ", "[", "]", "[[", "![", "](", "[a]("],
  ...["[a](<", "`", "`a", "``` ", "`a``", "<", "<a", "&", "\\", "- ", "- a\n", "1. a\n", "1) "],
  ...["> - 1. ", "\n>", ">\n", "\n\n", "a\n- b\n", "- a\n17. b\n", "* a\n + b\n", "```\n", "@a "],
  ...[
    "#1 ",
    "@a a a",
    "http://",
    "www.",
    "https://a.example/(",
    "<https://a",
    "**a*",
    "_a__b",
    "'",
  ],
];
/** Milliseconds. What grows with the square takes seconds. */
const SLOW = 100;
/** Four times the text: what grows with the square takes sixteen times as long. */
const STEEP = 10;

/** Milliseconds of the faster of two runs. */
function cost(text: string): number {
  const runs = [1, 2].map(() => {
    const start = performance.now();
    render(text);
    return performance.now() - start;
  });
  return Math.min(...runs);
}

/** A busy machine is slow now and then, a bad rule always. */
function isSlow(piece: string): boolean {
  const whole = piece.repeat(CHARS).slice(0, CHARS);
  return [1, 2, 3, 4].every(() => {
    const full = cost(whole);
    return full > SLOW && full > STEEP * cost(whole.slice(0, CHARS / 4));
  });
}

test("the time for a text grows with its length and nothing else", () => {
  expect(PIECES.filter(isSlow)).toEqual([]);
});
