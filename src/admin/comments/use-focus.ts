import { useEffect, useRef, useState } from "preact/hooks";
import type { QueuedComment } from "../../admin-api/comments.ts";

type Rows = readonly QueuedComment[] | null;

export interface Focus {
  /** The comment that keys are about. */
  readonly current: string | null;
  readonly setCurrent: (id: string) => void;
  readonly step: (by: 1 | -1) => void;
  /** Goes to whatever is next to these, which are about to leave. */
  readonly leave: (ids: readonly string[]) => void;
  /** Goes to one as soon as it is there. */
  readonly goTo: (id: string) => void;
}

export const elementIdOf = (id: string): string => `queued-${id}`;

/** Which comment somebody is at. It has the focus, so that readers of screens are there, too. */
export function useFocus(rows: Rows): Focus {
  const [chosen, setCurrent] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const current = rows?.some(({ id }) => id === chosen) ? chosen : null;
  useEffect(() => {
    if (wanted.current === null || !focus(wanted.current)) return;
    wanted.current = null;
  }, [rows]);
  const goTo = (id: string) => {
    setCurrent(id);
    wanted.current = focus(id) ? null : id;
  };
  const step = (by: 1 | -1) => {
    const to = neighbourOf(rows, current, by);
    if (to) goTo(to);
  };
  const leave = (ids: readonly string[]) => {
    const to = nextBeside(rows, current, ids);
    if (to) goTo(to);
    else document.querySelector<HTMLElement>("h1")?.focus();
  };
  return { current, setCurrent, step, leave, goTo };
}

function focus(id: string): boolean {
  const element = document.getElementById(elementIdOf(id));
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest" });
  return element !== null;
}

/** The first, where somebody is nowhere yet; at an end, the end. */
export function neighbourOf(rows: Rows, current: string | null, by: 1 | -1): string | null {
  const ids = rows?.map(({ id }) => id) ?? [];
  const at = current === null ? -1 : ids.indexOf(current);
  return (at < 0 ? ids[0] : ids[Math.min(Math.max(at + by, 0), ids.length - 1)]) ?? null;
}

/** The one after the current that stays; else the one before. */
export function nextBeside(
  rows: Rows,
  current: string | null,
  leaving: readonly string[],
): string | null {
  const ids = rows?.map(({ id }) => id) ?? [];
  const at = Math.max(0, current === null ? 0 : ids.indexOf(current));
  const stays = (id: string) => !leaving.includes(id);
  return ids.slice(at).find(stays) ?? ids.slice(0, at).findLast(stays) ?? null;
}
