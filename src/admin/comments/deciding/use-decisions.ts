import { useRef } from "preact/hooks";
import type { Action } from "../../../admin-api/comments.ts";
import { useWords } from "../../words.ts";
import type { Shown } from "../use-shown.ts";
import { WORDS } from "../words.ts";
import { batchesOf } from "./decide.ts";
import { sendAll } from "./send.ts";
import { type Undo, useFailed, useUndo } from "./use-undo.ts";

export interface Decisions extends Undo {
  readonly decide: (ids: readonly string[], action: Action) => void;
}

/** Told how far a long undo is; where it ended, `done` is `total`. */
export type Progress = (done: number, total: number) => void;

/** Decides about comments: they leave the list at once, and come back where the blog refuses. One request after the other. */
export function useDecisions(
  shown: Shown,
  onBack: (ids: readonly string[]) => void,
  onProgress: Progress,
): Decisions {
  const words = useWords(WORDS);
  const inLine = useLine();
  const failed = useFailed();
  const undo = useUndo(shown, { inLine, onBack, onProgress });
  const decide = (ids: readonly string[], action: Action) => {
    const { address, hide, restore } = shown;
    hide(ids);
    inLine(async () => {
      const { was, left, error } = await sendAll(batchesOf(ids, action));
      undo.keep({ was, action, address }, words.done[action](was.length));
      if (left.length === 0) return;
      restore(left);
      failed(error);
    });
  };
  return { ...undo, decide };
}

/** One after the other, in the order in which somebody pressed. */
function useLine(): (work: () => Promise<void>) => void {
  const last = useRef<Promise<void>>(Promise.resolve());
  return (work) => {
    last.current = last.current.then(work);
  };
}
