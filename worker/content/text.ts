/** Characters. Long enough for a search result, short enough for a sidebar's title. */
const EXCERPT_CHARS = 280;
/** Characters. One line in the sidebar. */
const LINE_CHARS = 90;

/** Characters, some 15,000 words: 30 found posts are read as a whole for their snippets. */
const SEARCHED_CHARS = 100_000;

/** Plain text on one line, cut at a word, with an ellipsis when something is missing. */
export function cutAtWord(text: string, chars: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= chars) return line;
  const cut = line.slice(0, chars + 1);
  const space = cut.lastIndexOf(" ");
  const kept = space > chars / 2 ? cut.slice(0, space) : wholeCharacters(cut.slice(0, chars));
  return `${kept.replace(/[\s,;:.–—-]+$/, "")} …`;
}

/** Never ends in half of a surrogate pair. */
export const wholeCharacters = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, "");

export const excerptOf = (text: string): string => cutAtWord(text, EXCERPT_CHARS);
export const lineOf = (text: string): string => cutAtWord(text, LINE_CHARS);

/** What search knows of a text: words without the hyphens that only a browser sees. */
export const searchText = (text: string): string =>
  wholeCharacters(text.replace(INVISIBLE, "").trim().slice(0, SEARCHED_CHARS));

/** Soft hyphens and spaces of no width: they stand inside of words. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

/** Words, by white space; for languages that do without it, two characters count as one. */
export function countWords(text: string): number {
  const dense = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu,
  );
  const spaced = text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  return dense ? Math.max(spaced, Math.round(dense.length / 2)) : spaced;
}

/** Drops what XML and readers cannot use: control characters, lone surrogates, non-characters. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, "")
    .normalize("NFC");
