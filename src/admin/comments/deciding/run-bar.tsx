import { Button } from "../../parts/button.tsx";
import { Said } from "../../parts/states.tsx";
import { useWords } from "../../words.ts";
import { WORDS } from "../words.ts";
import type { All } from "./use-all.ts";

/** How far a decision about all of them is. */
export function RunBar({ all: { run, stop, goOn, dismiss } }: { readonly all: All }) {
  const words = useWords(WORDS);
  const shell = useWords();
  if (!run) return null;
  const { done, total, problem } = run;
  const text = words.running(done, total);
  return (
    <div class="run-bar">
      <Said problem={problem} />
      <p>{text}</p>
      <Progress {...{ done, total, text }} />
      {problem ? (
        <div class="row">
          <Button look="main" onClick={goOn}>
            {words.goOn}
          </Button>
          <Button onClick={dismiss}>{shell.close}</Button>
        </div>
      ) : (
        <Button onClick={stop}>{words.stop}</Button>
      )}
    </div>
  );
}

interface ProgressProps {
  readonly done: number;
  /** Null: nobody knows. */
  readonly total: number | null;
  readonly text: string;
}

export const Progress = ({ done, total, text }: ProgressProps) =>
  total === null ? (
    <progress aria-label={text} />
  ) : (
    <progress aria-label={text} value={Math.min(done, total)} max={Math.max(total, 1)} />
  );
