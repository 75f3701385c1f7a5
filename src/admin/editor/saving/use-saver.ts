import { useEffect, useMemo, useState } from "preact/hooks";
import type { PostFields, PostFull } from "../../../admin-api/posts.ts";
import { type Ask, type Desk, useDesk } from "../desk.ts";
import type { Current } from "../post.ts";
import { draftPrefix } from "./offer.ts";
import { holdOpen } from "./open-tabs.ts";
import type { DraftStore, Ports, Saved, SaveProblem, SaveReport } from "./ports.ts";
import { Saver } from "./saver.ts";

export interface Saving {
  readonly saver: Saver;
  readonly fields: PostFields;
  readonly report: SaveReport;
  readonly change: (part: Partial<PostFields>) => void;
}

/** The fields of an open post, saved as they are changed. */
export function useSaver(post: PostFull, drafts: DraftStore): Saving {
  const desk = useDesk();
  const [fields, setFields] = useState(post.fields);
  const [report, setReport] = useState<SaveReport>({ state: "saved", savedAt: null });
  const key = useMemo(() => draftPrefix(desk.me.slug, post.id) + crypto.randomUUID(), [post.id]);
  const saver = useMemo(
    () => new Saver(portsOf(post.id, desk, drafts, setReport), key, post),
    [key],
  );
  useEffect(() => holdOpen(key), [key]);
  useSavingMoments(saver);
  const change = (part: Partial<PostFields>) => {
    const next = { ...saver.fields, ...part };
    saver.change(next);
    setFields(next);
  };
  return { saver, fields, report, change };
}

function portsOf(
  post: number,
  { ask }: Pick<Desk, "ask">,
  drafts: DraftStore,
  tell: (report: SaveReport) => void,
): Ports {
  // Nobody is asked to log in while they write: the bar says so, and the text stays in the browser.
  const quietly: Ask = (path, options) => ask(path, { ...options, login: false });
  return {
    save: (base, fields) =>
      askOrProblem<Saved>(quietly, `/posts/${post}`, "PUT", { base, fields, auto: true }),
    ...{ drafts, tell, now: () => Date.now() },
    later: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/** Asks, and says what went wrong as a save has it. */
export async function askOrProblem<T>(
  ask: Ask,
  path: string,
  method: "PUT" | "POST",
  body: unknown,
): Promise<T> {
  try {
    return await ask<T>(path, { method, body });
  } catch (caught) {
    const { status, detail, current } = caught as {
      status?: number;
      detail?: string;
      current?: Current;
    };
    const problem: SaveProblem = { status: status ?? 0, sentence: detail ?? "" };
    throw current ? { ...problem, current } : problem;
  }
}

/** Who leaves the page, or comes back to it, is saved at once. */
function useSavingMoments(saver: Saver): void {
  useEffect(() => {
    const flush = () => saver.flush();
    const comeBack = () => saver.resume();
    const events = [
      [window, "blur", flush],
      [window, "pagehide", flush],
      [document, "visibilitychange", flush],
      [window, "online", flush],
      [window, "focus", comeBack],
    ] as const;
    for (const [target, name, run] of events) target.addEventListener(name, run);
    return () => {
      for (const [target, name, run] of events) target.removeEventListener(name, run);
      saver.flush();
      saver.stop();
    };
  }, [saver]);
}
