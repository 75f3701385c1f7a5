import type { InterfaceLang } from "../model.ts";
import { de, type Words } from "./de.ts";
import { type DiscussionWords, discussionDe } from "./discussion/de.ts";
import { discussionEn } from "./discussion/en.ts";
import { en } from "./en.ts";

const WORDS: Readonly<Record<InterfaceLang, Words>> = { de, en };

/** The words of the interface in one language. */
export const wordsOf = (lang: InterfaceLang): Words => WORDS[lang];

const DISCUSSION: Readonly<Record<InterfaceLang, DiscussionWords>> = {
  de: discussionDe,
  en: discussionEn,
};

/** The words around talking back. */
export const discussionWordsOf = (lang: InterfaceLang): DiscussionWords => DISCUSSION[lang];

/** Left to right or right to left, by the language alone. */
export const directionOf = (lang: string): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.has(lang.toLowerCase().split(/[-_]/, 1)[0] ?? "") ? "rtl" : "ltr";

/**
 * What an element needs to speak another language than the one around it; nothing if it is
 * the same.
 */
export const langAttributes = (lang: string, around: string) =>
  lang === around ? {} : { lang, dir: directionOf(lang) };

const RIGHT_TO_LEFT = new Set("ar arc ckb dv fa he ku ks nqo ps sd syr ug ur yi".split(" "));
