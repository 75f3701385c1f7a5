import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { QueuedComment } from "../../admin-api/comments.ts";
import { type Paged, usePaged } from "../paged.ts";

export interface Shown {
  /** What the list is of. */
  readonly address: string;
  readonly rows: readonly QueuedComment[] | null;
  readonly paged: Paged<QueuedComment>;
  /** Takes them out of the list, before or after the blog has heard of it. */
  readonly hide: (ids: readonly string[]) => void;
  /** Puts them back to where they were. */
  readonly restore: (ids: readonly string[]) => void;
}

/** With fewer the next part is asked for by itself, so that nobody stands before an empty page with more behind it. */
const FEW = 5;
/** Parts that are asked for so, one after the other: a search may find nothing in many. */
const MOST_PARTS = 10;

/** The list, without what was just decided: that keeps its place, should it come back. */
export function useShown(address: string): Shown {
  const paged = usePaged<QueuedComment>(address);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setHidden(new Set()), [address]);
  const hide = useCallback(
    (ids: readonly string[]) => setHidden((now) => new Set([...now, ...ids])),
    [],
  );
  const restore = useCallback(
    (ids: readonly string[]) =>
      setHidden((now) => new Set([...now].filter((id) => !ids.includes(id)))),
    [],
  );
  const rows = useMemo(
    () => paged.items?.filter(({ id }) => !hidden.has(id)) ?? null,
    [paged.items, hidden],
  );
  useMore(paged, rows?.length ?? FEW);
  return { address, rows, paged, hide, restore };
}

function useMore({ items, more, busy, problem }: Paged<QueuedComment>, count: number): void {
  const parts = useRef(0);
  useEffect(() => {
    if (items === null) parts.current = 0;
    if (!more || busy || problem || count >= FEW || parts.current >= MOST_PARTS) return;
    parts.current += 1;
    more();
  }, [items, busy, problem, count]);
}
