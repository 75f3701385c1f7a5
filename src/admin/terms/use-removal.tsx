import type { ComponentChildren } from "preact";
import type { Terms } from "../../admin-api/terms.ts";
import { ask } from "../api.ts";
import { useConfirm } from "../parts/confirm.tsx";
import { sentenceOf } from "../parts/sentence.ts";
import { toast } from "../parts/toasts.tsx";
import { toProblem } from "../problem.ts";
import { useWords } from "../words.ts";
import { addressOf, type Table, type Term, WORDS } from "./terms.ts";

/** Deletes a term once somebody has confirmed it: render the dialog. */
export function useRemoval(
  table: Table,
  onRemoved: (terms: Terms) => void,
): readonly [(term: Term) => void, ComponentChildren] {
  const words = useWords(WORDS);
  const shell = useWords();
  const [confirm, dialog] = useConfirm();
  const remove = async (term: Term) => {
    const { name, posts } = term;
    const title = words.removeAsk(name);
    const question = { title, text: words.removeLong(posts), yes: words.remove, danger: true };
    if (!(await confirm(question))) return;
    try {
      onRemoved(await ask(addressOf(table, term), { method: "DELETE" }));
      toast(words.removed(name));
    } catch (error) {
      toast(sentenceOf(toProblem(error), shell));
    }
  };
  return [remove, dialog];
}
