import { answersOf, spanText } from "../../../src/i18n/answers/words.ts";
import type { InterfaceLang, UtcTime } from "../../../src/model.ts";
import { VisitorFieldError } from "../../content/comments/field-error.ts";
import { Refusal } from "../../content/comments/refusal.ts";
import { MOST_AHEAD, type OwnComment, type Standing } from "../../db/read/discussion/own.ts";
import type { BlogError } from "../../errors.ts";

/** Why a form came back: the field, empty where it is none of them, and a sentence. */
export interface Problem {
  readonly field: string;
  readonly sentence: string;
}

/** What went wrong, in the blog's language. */
export function problemOf(error: BlogError, lang: InterfaceLang): Problem {
  const words = answersOf(lang);
  if (error instanceof VisitorFieldError) {
    const name = words.fields[error.field] ?? words.otherField;
    return { field: error.field, sentence: words.reasons[error.reason](name) };
  }
  const { code } = error;
  const known = code === "limited" || code === "unavailable" ? code : null;
  const other = code === "forbidden" ? "foreign" : (known ?? "unknown");
  return { field: "", sentence: words[error instanceof Refusal ? error.reason : other] };
}

/** How it stands with a comment, for the one who wrote it; what is spam waits as far as they know. */
export function standingText(
  { status }: Pick<OwnComment, "status">,
  { ahead, usualWait }: Standing,
  lang: InterfaceLang,
): string {
  const words = answersOf(lang);
  if (status === "approved") return words.published;
  if (status === "trash") return words.removed;
  const usual = usualWait === null ? null : spanText(words, usualWait);
  return words.waiting(ahead, MOST_AHEAD, usual);
}

/** Until when somebody may change a comment. */
export const editableUntil = (
  { createdAt }: Pick<OwnComment, "createdAt">,
  { settings }: Standing,
): UtcTime =>
  `${new Date(Date.parse(createdAt) + settings.editMinutes * 60_000).toISOString().slice(0, 19)}Z`;
