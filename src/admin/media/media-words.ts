import { de, type MediaWords } from "../../i18n/admin/de/media.ts";
import type { ShellWords } from "../../i18n/admin/de/shell.ts";
import { en } from "../../i18n/admin/en/media.ts";
import { sentenceOf } from "../parts/sentence.ts";
import type { Problem } from "../problem.ts";

export const WORDS = { de, en };

/** What is wrong with a file, in words of this room before those of all. */
export const mediaSentence = (problem: Problem, words: MediaWords, shell: ShellWords): string =>
  (problem.reason !== undefined && Object.hasOwn(words.reasons, problem.reason)
    ? words.reasons[problem.reason]
    : undefined) ?? sentenceOf(problem, shell);
