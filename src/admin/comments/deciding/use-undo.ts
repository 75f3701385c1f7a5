import { useRef } from "preact/hooks";
import type { Action } from "../../../admin-api/comments.ts";
import { sentenceOf } from "../../parts/sentence.ts";
import { toast } from "../../parts/toasts.tsx";
import { toProblem } from "../../problem.ts";
import { useWords } from "../../words.ts";
import type { Shown } from "../use-shown.ts";
import { WORDS } from "../words.ts";
import { moreWaiting, undoOf, type Was } from "./decide.ts";
import { type Sent, sendAll } from "./send.ts";
import type { Progress } from "./use-decisions.ts";
import { useWaiting } from "./use-waiting.ts";

/** What can be taken back. */
export interface Deed {
  readonly was: Was;
  readonly action: Action;
  /** The list in which it was done; null: it was about more than the list. */
  readonly address: string | null;
}

export interface Undo {
  /** Remembers what was done, and says it. */
  readonly keep: (deed: Deed, said: string) => void;
  /** Takes back the last. */
  readonly undoLast: () => void;
}

interface Ways {
  readonly inLine: (work: () => Promise<void>) => void;
  /** Told which are in the list again. */
  readonly onBack: (ids: readonly string[]) => void;
  readonly onProgress: Progress;
}

/** Knows what was decided on this page, and takes it back: the last by a key, each by the button beside its words. */
export function useUndo(shown: Shown, { inLine, onBack, onProgress }: Ways): Undo {
  const words = useWords(WORDS);
  const failed = useFailed();
  const changeWaiting = useWaiting();
  const deeds = useRef<Deed[]>([]);
  const offers = useRef(new WeakMap<Deed, () => void>());
  const now = useRef(shown);
  now.current = shown;
  const settle = (deed: Deed, { left, error, sent }: Sent) => {
    const back = deed.was.filter(({ id }) => sent.includes(id));
    changeWaiting(-moreWaiting(back, deed.action));
    onProgress(deed.was.length, deed.was.length);
    if (deed.address === now.current.address) onBack(sent);
    else now.current.paged.reload();
    if (sent.length > 0) toast(words.undone(sent.length));
    if (left.length === 0) return;
    deeds.current.push({ ...deed, was: deed.was.filter(({ id }) => left.includes(id)) });
    failed(error);
  };
  const undo = (deed: Deed) => {
    deeds.current = deeds.current.filter((one) => one !== deed);
    // By key: the button that does the same must not stay.
    offers.current.get(deed)?.();
    const onSent = (done: number) => onProgress(done, deed.was.length);
    inLine(async () => settle(deed, await sendAll(undoOf(deed.was), onSent)));
  };
  const keep = (deed: Deed, said: string) => {
    changeWaiting(moreWaiting(deed.was, deed.action));
    if (deed.was.length === 0) return;
    deeds.current.push(deed);
    offers.current.set(
      deed,
      toast(said, () => undo(deed)),
    );
  };
  const undoLast = () => {
    const deed = deeds.current.at(-1);
    if (deed) undo(deed);
    else toast(words.nothingToUndo);
  };
  return { keep, undoLast };
}

/** Says why something did not work, in passing: what it was about stands where it was. */
export function useFailed(): (error: unknown) => void {
  const words = useWords(WORDS);
  const shell = useWords();
  return (error) => toast(words.failed(sentenceOf(toProblem(error), shell)));
}
