import { useState } from "preact/hooks";
import { useDeed } from "../deed.ts";
import { toast } from "../parts/toasts.tsx";
import type { Problem } from "../problem.ts";
import { useWords } from "../words.ts";
import { settingSentence, WORDS } from "./words.ts";

export interface Form<T> {
  readonly typed: T;
  readonly set: (changes: Partial<T>) => void;
  readonly busy: boolean;
  /** What is wrong, where that is not said at a field. */
  readonly problem: Problem | null;
  readonly submit: (event: Event) => void;
  /** What is wrong with a field, as the API calls it: "podcast.email". Asking for it says that it is shown there. */
  readonly error: (field: string) => string | null;
}

/** Some settings that are saved together. */
export function useForm<T>(
  initial: T,
  save: (typed: T) => Promise<unknown>,
  fields: readonly string[],
): Form<T> {
  const words = useWords(WORDS);
  const shell = useWords();
  const [typed, setTyped] = useState(initial);
  const { busy, problem, run } = useDeed();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await run(() => save(typed))) toast(shell.saved);
    else focusWrong(event.target as HTMLElement);
  };
  const isAtField = problem?.field !== undefined && fields.includes(problem.field);
  return {
    ...{ typed, busy, submit },
    set: (changes) => setTyped((now) => ({ ...now, ...changes })),
    problem: isAtField ? null : problem,
    error: (field) => (problem?.field === field ? settingSentence(problem, words, shell) : null),
  };
}

/** Whoever pressed the button below a long form is taken to what is wrong in it. */
function focusWrong(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
}
