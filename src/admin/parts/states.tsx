import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Asked } from "../asked.ts";
import type { Problem } from "../problem.ts";
import { useWords } from "../words.ts";
import { Button } from "./button.tsx";
import { sentenceOf } from "./sentence.ts";

/** Milliseconds. What comes sooner needs no word about it. */
const CALM_MS = 300;

/** Something is under way. */
export function Busy() {
  const words = useWords();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), CALM_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="busy" role="status">
      {isLate && words.busy}
    </p>
  );
}

/** Nothing is there, and what could be done about it. */
export const Empty = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="empty">{children}</div>
);

interface SaidProps {
  readonly problem: Problem | null;
  readonly onAgain?: () => void;
}

/** What went wrong, as a sentence; nothing if nothing did. */
export function Said({ problem, onAgain }: SaidProps) {
  const words = useWords();
  if (!problem) return null;
  return (
    <div class="said" role="alert">
      <p>{sentenceOf(problem, words)}</p>
      {onAgain && <Button onClick={onAgain}>{words.again}</Button>}
    </div>
  );
}

interface Props<T> {
  readonly asked: Asked<T>;
  readonly children: (data: T) => ComponentChildren;
}

/** What was asked for, once it is there; until then that it is coming, or why it is not. */
export function Answered<T>({ asked: { data, problem, reload }, children }: Props<T>) {
  return (
    <>
      <Said problem={problem} onAgain={reload} />
      {data === null ? !problem && <Busy /> : children(data)}
    </>
  );
}
