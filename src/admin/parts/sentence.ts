import type { ShellWords } from "../../i18n/admin/de/shell.ts";
import type { Problem } from "../problem.ts";

/** What somebody is told: in the words of the application where it has them, else in the blog's. */
export function sentenceOf({ status, reason, detail }: Problem, words: ShellWords): string {
  const own = reason && Object.hasOwn(words.reasons, reason) ? words.reasons[reason] : undefined;
  if (own) return own;
  // Of these the blog knows more than their number.
  if (detail && [400, 409, 422].includes(status)) return detail;
  return words.problems[String(status)] ?? (detail || (words.problems["500"] ?? ""));
}
