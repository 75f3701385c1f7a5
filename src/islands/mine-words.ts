/** The words of the pages of one's own comments, in the language of the page alone. */
export const mineWords = async () =>
  (
    await (document.documentElement.lang === "de"
      ? import("../i18n/mine/de.ts")
      : import("../i18n/mine/en.ts"))
  ).words;
