import type { ComponentChildren } from "preact";
import { Button } from "../parts/button.tsx";
import { useWords } from "../words.ts";
import type { Form } from "./use-form.ts";
import { settingSentence, WORDS } from "./words.ts";

interface Props {
  readonly form: Pick<Form<unknown>, "submit" | "busy" | "problem">;
  /** What the button says. */
  readonly save?: string;
  readonly children: ComponentChildren;
}

/** A form of the settings, with its button. */
export function FormFrame({ form: { submit, busy, problem }, save, children }: Props) {
  const words = useWords(WORDS);
  const shell = useWords();
  return (
    <form onSubmit={submit} class="section">
      {children}
      {problem && (
        <div class="said" role="alert">
          <p>{settingSentence(problem, words, shell)}</p>
        </div>
      )}
      <Button look="main" type="submit" busy={busy}>
        {save ?? shell.save}
      </Button>
    </form>
  );
}
