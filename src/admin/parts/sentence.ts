import type { ShellWords } from "../../i18n/admin/de/shell.ts";
import type { Problem } from "../problem.ts";

/** What somebody is told: in the words of the application where it has them, else in the blog's. */
export function sentenceOf({ status, reason, detail }: Problem, words: ShellWords): string {
  const own = reason && Object.hasOwn(words.reasons, reason) ? words.reasons[reason] : undefined;
  if (own) return own;
  if (detail && status > 0 && status < 500 && status !== 429) return detail;
  return words.problems[String(status)] ?? detail ?? words.problems["500"] ?? "";
}
