import { de, type SettingsWords } from "../../i18n/admin/de/settings.ts";
import type { ShellWords } from "../../i18n/admin/de/shell.ts";
import { en } from "../../i18n/admin/en/settings.ts";
import { sentenceOf } from "../parts/sentence.ts";
import type { Problem } from "../problem.ts";

export const WORDS = { de, en };

/** What is wrong with a setting, in words of this room before those of all. */
export const settingSentence = (
  problem: Problem,
  { reasons }: SettingsWords,
  shell: ShellWords,
): string =>
  (problem.reason !== undefined && Object.hasOwn(reasons, problem.reason)
    ? reasons[problem.reason]
    : undefined) ?? sentenceOf(problem, shell);
