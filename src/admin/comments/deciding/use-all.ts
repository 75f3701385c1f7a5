import { useRef, useState } from "preact/hooks";
import type { Action, DecidedPart, Filter } from "../../../admin-api/comments.ts";
import { ask } from "../../api.ts";
import { toast } from "../../parts/toasts.tsx";
import { type Problem, toProblem } from "../../problem.ts";
import { useWords } from "../../words.ts";
import { WORDS } from "../words.ts";
import { decideAll, type Was } from "./decide.ts";
import type { Deed } from "./use-undo.ts";

/** A decision about all that match, under way or broken off. */
export interface Run {
  readonly filter: Filter;
  readonly action: Action;
  readonly done: number;
  /** Null where nobody knows. */
  readonly total: number | null;
  /** Where it goes on. */
  readonly after: string | null;
  readonly problem: Problem | null;
}

export interface All {
  /** Null: none. */
  readonly run: Run | null;
  readonly begin: (filter: Filter, action: Action, total: number | null) => void;
  /** After the part that is under way. */
  readonly stop: () => void;
  readonly goOn: () => void;
  readonly dismiss: () => void;
}

/** Decides about all that match, part after part: with progress, to be stopped, and to be taken back as a whole. */
export function useAll(keep: (deed: Deed, said: string) => void, reload: () => void): All {
  const words = useWords(WORDS);
  const [run, setRun] = useState<Run | null>(null);
  const stopped = useRef(false);
  const go = async (begun: Run) => {
    stopped.current = false;
    const was: Was[number][] = [];
    let now: Run = { ...begun, problem: null };
    const put = (next: Run | null) => {
      if (next) now = next;
      setRun(next);
    };
    put(now);
    const onPart = (part: DecidedPart) => {
      was.push(...part.was);
      put({ ...now, done: now.done + part.ids.length, after: part.next });
    };
    const { filter, action } = begun;
    const askPart = (after: string | null) =>
      ask<DecidedPart>("/api/comments/all", { method: "POST", body: { filter, action, after } });
    try {
      const next = await decideAll(askPart, begun.after, {
        ...{ onPart, isStopped: () => stopped.current },
      });
      if (next !== null) toast(words.stopped(now.done));
      put(null);
    } catch (error) {
      put({ ...now, problem: toProblem(error) });
    }
    keep({ was, action, address: null }, words.done[action](was.length));
    reload();
  };
  return {
    run,
    begin: (filter, action, total) =>
      go({ filter, action, total, done: 0, after: null, problem: null }),
    stop: () => {
      stopped.current = true;
    },
    goOn: () => run && go(run),
    dismiss: () => setRun(null),
  };
}
