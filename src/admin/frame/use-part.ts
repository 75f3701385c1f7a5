import { useState } from "preact/hooks";
import type { Frame, FrameChange } from "../../admin-api/frame.ts";
import { ask } from "../api.ts";
import { useDeed } from "../deed.ts";
import { toast } from "../parts/toasts.tsx";
import type { Problem } from "../problem.ts";
import { useWords } from "../words.ts";

export interface Part<T> {
  readonly typed: T;
  readonly set: (typed: T) => void;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly save: () => void;
  readonly reset: () => void;
}

/** A part of the frame that is changed and saved by itself. `change` says it as the API takes it. */
export function usePart<T>(
  stored: T,
  change: (typed: T) => FrameChange,
  onSaved: (frame: Frame) => void,
): Part<T> {
  const shell = useWords();
  const [typed, setTyped] = useState<T | null>(null);
  const { busy, problem, run } = useDeed();
  const save = async () => {
    if (typed === null) return;
    const body = change(typed);
    const done = await run(async () => onSaved(await ask("/api/frame", { method: "PUT", body })));
    if (!done) return;
    setTyped(null);
    toast(shell.saved);
  };
  return {
    ...{ typed: typed ?? stored, changed: typed !== null, busy, problem, save },
    set: setTyped,
    reset: () => setTyped(null),
  };
}
