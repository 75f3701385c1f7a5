import type { ComponentChildren } from "preact";
import { ask } from "../../api.ts";
import { useConfirm } from "../../parts/confirm.tsx";
import { sentenceOf } from "../../parts/sentence.ts";
import { toast } from "../../parts/toasts.tsx";
import { toProblem } from "../../problem.ts";
import { useWords } from "../../words.ts";
import type { Ban } from "../one/queued-actions.tsx";
import { WORDS } from "../words.ts";

/** Refuses comments of an address or with links to a host, once somebody has confirmed it: render the dialog. */
export function useBan(): readonly [(ban: Ban) => void, ComponentChildren] {
  const words = useWords(WORDS);
  const shell = useWords();
  const [confirm, dialog] = useConfirm();
  const ban = async (whose: Ban) => {
    const [whom, text] =
      "email" in whose ? [whose.email, words.banEmailLong] : [whose.host, words.banHostLong];
    const question = { title: words.banAsk(whom), text, yes: words.ban(whom), danger: true };
    if (!(await confirm(question))) return;
    try {
      await ask("/api/comments/ban", { method: "POST", body: whose });
      toast(words.banned(whom));
    } catch (error) {
      toast(sentenceOf(toProblem(error), shell));
    }
  };
  return [ban, dialog];
}
