/** Frequent short words that the other language does not have. */
const TELLING: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set(
    "und der das ist nicht ich ein eine zu mit auch auf wie dass aber oder wenn noch nur schon sich mir mich wir hat haben den dem bei für sehr".split(
      " ",
    ),
  ),
  en: new Set(
    "and the is not you that it for with this have are but be they what from there your would can will just about which of to".split(
      " ",
    ),
  ),
};

/** Words that must speak for one language, and by how much more than for the other. */
const ENOUGH = 3;
const CLEARLY = 3;

/**
 * The language of a short text, where it is plainly another than expected: a screen reader reads an English comment under
 * a German post in English. Says `expected` when in doubt.
 */
export function guessLanguage(text: string, expected: string): string {
  const count = { de: 0, en: 0 };
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (TELLING["de"]?.has(word)) count.de++;
    if (TELLING["en"]?.has(word)) count.en++;
  }
  const [best, other] = count.de >= count.en ? (["de", "en"] as const) : (["en", "de"] as const);
  const sure = count[best] >= ENOUGH && count[best] >= CLEARLY * count[other];
  return sure && !expected.toLowerCase().startsWith(best) ? best : expected;
}
