import type { InterfaceLang } from "../../model.ts";
import { type AnswerWords, answersDe } from "./de.ts";
import { answersEn } from "./en.ts";

/** What the blog answers to somebody who writes here. */
export const answersOf = (lang: InterfaceLang): AnswerWords =>
  lang === "de" ? answersDe : answersEn;

/** How long something takes, in the largest unit that fits, rounded up. */
export function spanText(words: AnswerWords, milliseconds: number): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  if (minutes < 60) return words.minutes(minutes);
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? words.hours(hours) : words.days(Math.ceil(hours / 24));
}
