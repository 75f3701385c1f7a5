/** The words of the form, in the language of the page alone. */
export const formWords = async () =>
  (
    await (document.documentElement.lang === "de"
      ? import("../i18n/island/de.ts")
      : import("../i18n/island/en.ts"))
  ).words;
