import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask } from "./api.ts";
import { type Problem, toProblem } from "./problem.ts";

interface Piece<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total?: number | null;
}

export interface Paged<T> {
  /** All that were loaded; null until the first came. */
  readonly items: readonly T[] | null;
  /** How many there are in all; null where the API does not say. */
  readonly total: number | null;
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Asks for the next piece; null where there is none. */
  readonly more: (() => void) | null;
  readonly reload: () => void;
  /** Changes what is shown, for example without what was just removed. */
  readonly put: (change: (items: readonly T[]) => readonly T[]) => void;
}

/** A list that comes in pieces: `path` is its address with its query, and another address another list. */
export function usePaged<T>(path: string): Paged<T> {
  const [state, setState] = useState<(Piece<T> & { of: string }) | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(true);
  const running = useRef<AbortController | null>(null);
  const load = useCallback(
    (before: Piece<T> | null) => {
      running.current?.abort();
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      setBusy(true);
      setProblem(null);
      const address = before
        ? `${path}${path.includes("?") ? "&" : "?"}after=${before.next}`
        : path;
      ask<Piece<T>>(address, { signal })
        .then((piece) => {
          if (signal.aborted) return;
          const items = [...(before?.items ?? []), ...piece.items];
          setState({ of: path, items, next: piece.next, total: piece.total ?? null });
        })
        .catch((error) => signal.aborted || setProblem(toProblem(error)))
        .then(() => signal.aborted || setBusy(false));
    },
    [path],
  );
  const reload = useCallback(() => load(null), [load]);
  useEffect(() => {
    reload();
    return () => running.current?.abort();
  }, [reload]);
  const put = (change: (items: readonly T[]) => readonly T[]) =>
    setState((now) => now && { ...now, items: change(now.items) });
  const mine = state?.of === path ? state : null;
  const more = mine?.next ? () => load(mine) : null;
  const [items, total] = [mine?.items ?? null, mine?.total ?? null];
  return { items, total, problem, busy, more, reload, put };
}
