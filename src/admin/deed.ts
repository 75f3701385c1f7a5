import { useCallback, useRef, useState } from "preact/hooks";
import { type Problem, toProblem } from "./problem.ts";

export interface Deed {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Does something, one at a time; gives whether it was done. What went wrong is in `problem` then. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** Something that somebody does on a page by pressing a button. */
export function useDeed(): Deed {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  const run = useCallback(async (work: () => Promise<unknown>) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(toProblem(error));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  return { busy, problem, run };
}
