import type { InterfaceLang } from "../../model.ts";
import { de, type MailWords } from "./de.ts";
import { en } from "./en.ts";

const WORDS: Readonly<Record<InterfaceLang, MailWords>> = { de, en };

/** The words of the mails in one language. */
export const mailWordsOf = (lang: InterfaceLang): MailWords => WORDS[lang];
