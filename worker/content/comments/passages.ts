import { fromHtml } from "hast-util-from-html";
import type { Quote } from "../../../src/model.ts";
import { spokenBlocks } from "../blocks.ts";
import { blockText } from "../tree.ts";

/** Of the pairs of words in a passage, how many a block must have to be taken for its place after the text changed. */
const LIKE_ENOUGH = 0.6;

/** The plain text of each block of a post, in order. */
export const blockTexts = (html: string): string[] =>
  spokenBlocks(fromHtml(html, { fragment: true })).map((block) => plain(blockText(block)));

/**
 * The number of the block, from 1, that has the passage: with the same words around it, else with the same words, else the
 * one that is most like it. Null where none is.
 */
export function findPassage(quote: Quote, texts: readonly string[]): number | null {
  const wanted = plain(quote.text);
  if (!wanted) return null;
  const around = `${quote.prefix}${quote.text}${quote.suffix}`;
  const at = [around, quote.text]
    .map((words) => texts.findIndex((text) => text.includes(plain(words))))
    .find((found) => found >= 0);
  // A passage may begin in one block and end in another.
  return at === undefined ? findLike(wanted, texts) : at + 1;
}

function findLike(wanted: string, texts: readonly string[]): number | null {
  const pairs = pairsOf(wanted);
  if (pairs.size === 0) return null;
  const likeness = texts.map((text) => {
    const here = pairsOf(text);
    return [...pairs].filter((pair) => here.has(pair)).length / pairs.size;
  });
  const best = Math.max(0, ...likeness);
  return best >= LIKE_ENOUGH ? likeness.indexOf(best) + 1 : null;
}

/** Neighbouring words; of a single word, itself. */
function pairsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 1) return new Set(words);
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
}

/** One blank between words, and none of the signs that only a browser sees. */
const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
