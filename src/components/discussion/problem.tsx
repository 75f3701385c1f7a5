import { discussionWordsOf } from "../../i18n/words.ts";
import type { InterfaceLang } from "../../model.ts";

/** Why a form came back: the name of a field, empty if it is none of them, and a sentence. */
export interface FormProblem {
  readonly field: string;
  readonly sentence: string;
}

interface Props {
  readonly lang: InterfaceLang;
  readonly problem: FormProblem | null;
}

/** What is wrong with a form, above it, with the way to the field. */
export function ProblemSummary({ lang, problem }: Props) {
  if (!problem) return null;
  const { field, sentence } = problem;
  return (
    <p class="problem" role="alert">
      {discussionWordsOf(lang).problem}{" "}
      {field ? <a href={`#write-${field}`}>{sentence}</a> : sentence}
    </p>
  );
}
