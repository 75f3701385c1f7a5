import { useState } from "preact/hooks";
import { useWords } from "../words.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button says. */
  readonly yes: string;
  readonly danger?: boolean;
}

type Open = Question & { readonly answer: (yes: boolean) => void };

/** Asks before something is done: `const [confirm, dialog] = useConfirm()`; render `dialog`, await `confirm(question)`. */
export function useConfirm() {
  const [open, setOpen] = useState<Open | null>(null);
  const words = useWords();
  const confirm = (question: Question) =>
    new Promise<boolean>((resolve) => {
      const answer = (yes: boolean) => {
        setOpen(null);
        resolve(yes);
      };
      setOpen({ ...question, answer });
    });
  const dialog = open && (
    <Dialog title={open.title} onClose={() => open.answer(false)}>
      <p>{open.text}</p>
      <div class="row end">
        <Button onClick={() => open.answer(false)}>{words.cancel}</Button>
        <Button look={open.danger ? "danger" : "main"} onClick={() => open.answer(true)}>
          {open.yes}
        </Button>
      </div>
    </Dialog>
  );
  return [confirm, dialog] as const;
}
