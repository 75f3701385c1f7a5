import type { SaveProblem, SaveReport } from "./ports.ts";

/** No answer, a pause that was asked for, or a fault of the blog's. */
const PASSES = /^(0|408|425|429|5\d\d)$/;

/** What a failed save is to its author. Who asked for it hears the sentence themselves. */
export function reportOf(
  { status, sentence, current }: SaveProblem,
  { isAsked, isDirty }: { readonly isAsked: boolean; readonly isDirty: boolean },
): SaveReport {
  if (status === 401) return { state: "logged-out" };
  if (current) return { state: "conflict", current };
  if (isAsked) return isDirty ? { state: "unsaved" } : { state: "saved", savedAt: null };
  return PASSES.test(String(status)) ? { state: "offline" } : { state: "refused", sentence };
}

/** Whether somebody has to decide before anything more is sent. */
export const isStopped = ({ state }: SaveReport): boolean =>
  state === "conflict" || state === "logged-out";
