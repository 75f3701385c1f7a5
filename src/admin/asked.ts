import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask } from "./api.ts";
import { type Problem, toProblem } from "./problem.ts";

export interface Asked<T> {
  /** Null until the first answer. Stays while the same is asked again. */
  readonly data: T | null;
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly reload: () => void;
  /** Shows what an answer to something else said. */
  readonly put: (data: T) => void;
}

/** What an address of the API says; null asks nothing. Another address forgets the answer of the one before. */
export function useAsked<T>(path: string | null): Asked<T> {
  const [state, setState] = useState<{
    path: string | null;
    data: T | null;
    problem: Problem | null;
  }>({ path, data: null, problem: null });
  const [busy, setBusy] = useState(path !== null);
  const running = useRef<AbortController | null>(null);
  const reload = useCallback(() => {
    running.current?.abort();
    if (path === null) return;
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    ask<T>(path, { signal: controller.signal })
      .then((data) => ({ path, data, problem: null }))
      .catch((error) => ({ path, data: null, problem: toProblem(error) }))
      .then((next) => {
        if (controller.signal.aborted) return;
        setBusy(false);
        setState((now) => (next.problem && now.path === path ? { ...now, ...pick(next) } : next));
      });
  }, [path]);
  useEffect(() => {
    reload();
    return () => running.current?.abort();
  }, [reload]);
  const put = useCallback((data: T) => setState({ path, data, problem: null }), [path]);
  const mine = state.path === path ? state : { data: null, problem: null };
  return { data: mine.data, problem: mine.problem, busy, reload, put };
}

const pick = ({ problem }: { readonly problem: Problem | null }) => ({ problem });
