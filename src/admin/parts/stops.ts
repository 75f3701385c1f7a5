import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import { type Shortcut, useShortcuts } from "../keys.ts";

interface Words {
  readonly next: string;
  readonly previous: string;
}

/** `j` and `k` go from one `[data-stop]` of a list to the next; being a link, it opens by Enter. */
export function useStops(list: RefObject<HTMLElement | null>, words: Words): void {
  const shortcuts = useMemo(
    (): Shortcut[] => [
      { keys: "j", does: words.next, run: () => step(list.current, 1) },
      { keys: "k", does: words.previous, run: () => step(list.current, -1) },
    ],
    [list, words],
  );
  useShortcuts(shortcuts);
}

function step(list: HTMLElement | null, by: 1 | -1): void {
  const stops = [...(list?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])];
  const row = document.activeElement?.closest("li");
  const now = stops.findIndex(
    (stop) => stop === document.activeElement || stop.closest("li") === row,
  );
  const to = now < 0 ? 0 : Math.min(Math.max(now + by, 0), stops.length - 1);
  stops[to]?.focus();
  stops[to]?.scrollIntoView({ block: "nearest" });
}
