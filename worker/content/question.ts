import { MAX_QUESTION_CHARS } from "../../src/addresses.ts";
import type { SearchTerm } from "../db/read/search.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { cleanText, searchText, wholeCharacters } from "./text.ts";

/** What a visitor asks the search, and what is looked for. */
export interface Question {
  /** As it was typed, but for what no text has. */
  readonly text: string;
  readonly terms: readonly SearchTerm[];
}

const MAX_TERMS = 8;
/** Letters from which on the last word may be the beginning of one: it is often still being typed. */
const MIN_PREFIX_LETTERS = 3;

/** Reads a question: the words that say something, or all of them where none does. */
export function readQuestion(typed: string): Question {
  const text = wholeCharacters(cleanText(typed).trim().slice(0, MAX_QUESTION_CHARS)).trim();
  const words = [...new Set(searchText(text).toLowerCase().match(WORD) ?? [])];
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  const asked = (telling.length > 0 ? telling : words).slice(0, MAX_TERMS);
  const last = asked.at(-1);
  const terms = asked.map((word) => ({
    spellings: spellingsOf(word),
    prefix: word === last && [...word].length >= MIN_PREFIX_LETTERS,
  }));
  return { text, terms };
}

/** Letters and digits with their marks; everything else, and so all that FTS5 could take for a command, parts words. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Pairs of which German writes one or the other. After a, e and q, ue is no umlaut: bauen, neue, Quelle. */
const PAIRED = /(ä|ö|ü|ß|ae|oe|(?<![aeq])ue|ss)/;
const OTHER: Readonly<Record<string, string>> = {
  ...{ ä: "ae", ö: "oe", ü: "ue", ß: "ss" },
  ...{ ae: "ä", oe: "ö", ue: "ü", ss: "ß" },
};
/** Each pair doubles the spellings; a word with more pairs keeps the later ones as they were typed. */
const MAX_PAIRS = 3;

/** All ways to write a word with umlauts and without. The index itself takes ü for u, and é for e. */
function spellingsOf(word: string): string[] {
  let spellings = [""];
  for (const [at, piece] of word.split(PAIRED).entries()) {
    const other = at < 2 * MAX_PAIRS ? OTHER[piece] : undefined;
    const pieces = other === undefined ? [piece] : [piece, other];
    spellings = spellings.flatMap((start) => pieces.map((next) => start + next));
  }
  return spellings;
}
