import { useEffect, useState } from "preact/hooks";
import { useWords } from "../words.ts";

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: (() => void) | undefined;
}

/** Milliseconds; longer where there is something to press. */
const SHOWN_MS = 6_000;
const UNDO_MS = 15_000;

let shown: readonly Toast[] = [];
let last = 0;
let tell = () => {};

/** Says in passing what was done; gives what takes the words away. `undo`: what takes back what was done. */
export function toast(text: string, undo?: () => void): () => void {
  const id = ++last;
  shown = [...shown.slice(-2), { id, text, undo }];
  tell();
  setTimeout(() => drop(id), undo ? UNDO_MS : SHOWN_MS);
  return () => drop(id);
}

function drop(id: number): void {
  shown = shown.filter((one) => one.id !== id);
  tell();
}

/** The place where all of them appear. It is there from the start, so that readers of screens hear them. */
export function Toasts() {
  const [, render] = useState(0);
  const words = useWords();
  useEffect(() => {
    tell = () => render((count) => count + 1);
  }, []);
  const undo = (one: Toast) => {
    drop(one.id);
    one.undo?.();
  };
  return (
    <div class="toasts" role="status">
      {shown.map((one) => (
        <div class="toast" key={one.id}>
          <span>{one.text}</span>
          {one.undo && (
            <button type="button" onClick={() => undo(one)}>
              {words.undo}
            </button>
          )}
          <button type="button" class="close" aria-label={words.close} onClick={() => drop(one.id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
