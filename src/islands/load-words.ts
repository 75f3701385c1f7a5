import type { IslandWords } from "../i18n/island/de.ts";

/** The words of an island, in the language of the page alone. */
export async function loadWords(): Promise<IslandWords> {
  const { words } = await (document.documentElement.lang === "de"
    ? import("../i18n/island/de.ts")
    : import("../i18n/island/en.ts"));
  return words;
}
