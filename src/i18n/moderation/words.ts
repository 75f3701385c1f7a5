import type { InterfaceLang } from "../../model.ts";
import { de, type ModerationWords } from "./de.ts";
import { en } from "./en.ts";

const WORDS: Readonly<Record<InterfaceLang, ModerationWords>> = { de, en };

/** The words of the pages behind links in mails, and of what waits for a moderator. */
export const moderationWordsOf = (lang: InterfaceLang): ModerationWords => WORDS[lang];

/** Why a comment waits, as a sentence; a code of a later release stands as it is. */
export function reasonInWords(
  { code, detail = "" }: { readonly code: string; readonly detail?: string | undefined },
  lang: InterfaceLang,
): string {
  const { reasons } = WORDS[lang];
  return Object.hasOwn(reasons, code) ? (reasons[code]?.(detail) ?? code) : code;
}
