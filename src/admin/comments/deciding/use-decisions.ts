import { useRef } from "preact/hooks";
import type { Action, Decided } from "../../../admin-api/comments.ts";
import { ask } from "../../api.ts";
import { sentenceOf } from "../../parts/sentence.ts";
import { toast } from "../../parts/toasts.tsx";
import { toProblem } from "../../problem.ts";
import { useWords } from "../../words.ts";
import type { Shown } from "../use-shown.ts";
import { WORDS } from "../words.ts";
import { type Batch, batchesOf, moreWaiting, undoOf, type Was } from "./decide.ts";
import { useWaiting } from "./use-waiting.ts";

/** What can be taken back. */
export interface Deed {
  readonly was: Was;
  readonly action: Action;
  /** The list in which it was done; null: it was about more than the list. */
  readonly address: string | null;
}

export interface Decisions {
  readonly decide: (ids: readonly string[], action: Action) => void;
  /** Remembers what was done otherwise, and says it. */
  readonly keep: (deed: Deed, said: string) => void;
  /** Takes back the last. */
  readonly undoLast: () => void;
}

/** Told how far a long undo is: after each piece. */
type Progress = (done: number, total: number) => void;

/** Decides about comments: they leave the list at once, and come back where the blog refuses. One request after the other. */
export function useDecisions(
  shown: Shown,
  onBack: (ids: readonly string[]) => void,
  onProgress: Progress,
): Decisions {
  const words = useWords(WORDS);
  const shell = useWords();
  const waiting = useWaiting();
  const deeds = useRef<Deed[]>([]);
  const inLine = useLine();
  const now = useRef(shown);
  now.current = shown;
  const failed = (error: unknown) => toast(words.failed(sentenceOf(toProblem(error), shell)));
  const keep = (deed: Deed, said: string) => {
    waiting.change(moreWaiting(deed.was, deed.action));
    if (deed.was.length === 0) return;
    deeds.current.push(deed);
    toast(said, () => undo(deed));
  };
  const decide = (ids: readonly string[], action: Action) => {
    const { address, hide, restore } = now.current;
    hide(ids);
    inLine(async () => {
      const { was, left, error } = await sendAll(batchesOf(ids, action));
      keep({ was, action, address }, words.done[action](was.length));
      if (left.length === 0) return;
      restore(left);
      failed(error);
    });
  };
  const undo = (deed: Deed) => {
    deeds.current = deeds.current.filter((one) => one !== deed);
    inLine(async () => {
      const onSent = (done: number) => onProgress(done, deed.was.length);
      const { left, error, sent } = await sendAll(undoOf(deed.was), onSent);
      const back = deed.was.filter(({ id }) => sent.includes(id));
      waiting.change(-moreWaiting(back, deed.action));
      if (deed.address !== null && now.current.address === deed.address) onBack(sent);
      else now.current.paged.reload();
      if (sent.length > 0) toast(words.undone(sent.length));
      if (left.length === 0) return;
      deeds.current.push({ ...deed, was: deed.was.filter(({ id }) => left.includes(id)) });
      failed(error);
    });
  };
  const undoLast = () => {
    const deed = deeds.current.at(-1);
    if (deed) undo(deed);
    else toast(words.nothingToUndo);
  };
  return { decide, keep, undoLast };
}

/** One after the other, in the order in which somebody pressed. */
function useLine(): (work: () => Promise<void>) => void {
  const last = useRef<Promise<void>>(Promise.resolve());
  return (work) => {
    last.current = last.current.then(work);
  };
}

interface Sent {
  readonly was: Was;
  readonly sent: readonly string[];
  /** Those that the blog has not heard of, because of `error`. */
  readonly left: readonly string[];
  readonly error: unknown;
}

async function sendAll(
  batches: readonly Batch[],
  onSent: (done: number) => void = () => {},
): Promise<Sent> {
  const was: Was[number][] = [];
  const sent: string[] = [];
  for (const [at, batch] of batches.entries()) {
    try {
      const answer = await ask<Decided>("/api/comments", { method: "POST", body: batch });
      was.push(...answer.was);
      sent.push(...batch.ids);
      onSent(sent.length);
    } catch (error) {
      return { was, sent, left: batches.slice(at).flatMap(({ ids }) => ids), error };
    }
  }
  return { was, sent, left: [], error: null };
}
