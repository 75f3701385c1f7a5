import { nameSkeleton } from "../name.ts";
import type { Case, Signal } from "../spam.ts";

/** Points for one word that poses as another by letters of a second alphabet, and for many of them. */
const ONE_WORD = 6;
const MANY_WORDS = 10;
const MANY = 3;
/** Letters. "Δt" and "µm" are honest. */
const MIN_LETTERS = 4;

/** Words of Latin letters in which some are Cyrillic or Greek that look like Latin ones. */
export function mixedAlphabets({ name, text }: Case): Signal[] {
  const words = `${name} ${text}`.match(/[\p{L}\p{M}]+/gu) ?? [];
  const posing = words.filter((word) => word.length >= MIN_LETTERS && poses(word));
  const [first] = posing;
  if (first === undefined) return [];
  const weight = posing.length >= MANY ? MANY_WORDS : ONE_WORD;
  return [{ code: "scripts", detail: first.slice(0, 40), weight }];
}

const poses = (word: string): boolean =>
  /\p{Script=Latin}/u.test(word) &&
  /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word) &&
  /^[a-z0-9]+$/.test(nameSkeleton(word));

/** Alphabets by primary language subtag; all others are written in Latin letters. */
const ALPHABETS: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    "be bg kk mk ru sr uk".split(" ").map((lang) => [lang, /\p{Script=Cyrillic}/gu]),
  ),
  ...Object.fromEntries("ar fa ur".split(" ").map((lang) => [lang, /\p{Script=Arabic}/gu])),
  el: /\p{Script=Greek}/gu,
  he: /\p{Script=Hebrew}/gu,
  hi: /\p{Script=Devanagari}/gu,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  ko: /[\p{Script=Hangul}\p{Script=Han}]/gu,
  th: /\p{Script=Thai}/gu,
  zh: /\p{Script=Han}/gu,
};
const LATIN = /\p{Script=Latin}/gu;
/** Part of the letters. A quoted word of another alphabet stays below it. */
const FOREIGN = 0.3;
const FOREIGN_WITH_LINK = 6;
/** Where only the name leads away. */
const FOREIGN_WITH_WEBSITE = 4;

/** Letters that readers of the post do not expect, and a link with them. Without one it is only another language. */
export function foreignAlphabet({ text, url, addresses, postLang }: Case): Signal[] {
  if (addresses.length === 0 && !url) return [];
  const words = text.replace(/(?:https?:\/\/|www\.)\S+/gi, "");
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const expected = words.match(ALPHABETS[postLang.slice(0, 2).toLowerCase()] ?? LATIN)?.length ?? 0;
  const latin = words.match(LATIN)?.length ?? 0;
  const foreign = letters - Math.max(expected, latin);
  if (letters === 0 || foreign <= FOREIGN * letters) return [];
  const weight = addresses.length > 0 ? FOREIGN_WITH_LINK : FOREIGN_WITH_WEBSITE;
  return [{ code: "scripts", weight }];
}
