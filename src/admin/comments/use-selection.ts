import { useMemo, useState } from "preact/hooks";
import type { QueuedComment } from "../../admin-api/comments.ts";

export interface Selection {
  /** Ids of those that are shown and selected, in their order. */
  readonly ids: readonly string[];
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly selectShown: () => void;
  readonly clear: () => void;
}

/** What is selected of a list; what is no longer shown is selected no longer. */
export function useSelection(rows: readonly QueuedComment[] | null): Selection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const ids = useMemo(
    () => rows?.flatMap(({ id }) => (selected.has(id) ? [id] : [])) ?? [],
    [rows, selected],
  );
  const toggle = (id: string) =>
    setSelected(
      (now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]),
    );
  return {
    ...{ ids, toggle, has: (id) => selected.has(id) },
    selectShown: () => setSelected(new Set(rows?.map(({ id }) => id))),
    clear: () => setSelected(new Set()),
  };
}
