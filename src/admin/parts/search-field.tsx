import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Shortcut, useShortcuts } from "../keys.ts";
import { useWords } from "../words.ts";

/** Milliseconds after which somebody who types has typed. */
const QUIET_MS = 250;

interface Props {
  readonly label: string;
  /** What the list is searched for now. */
  readonly value: string;
  /** Told once somebody has typed, without spaces around it. */
  readonly onSearch: (value: string) => void;
}

/** A field that searches a list; `/` goes there. */
export function SearchField({ label, value, onSearch }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  useSearchKey(() => field.current?.focus());
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onSearch(typed.trim()), QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <search class="search">
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </search>
  );
}

function useSearchKey(focus: () => void): void {
  const words = useWords();
  const shortcuts = useMemo(
    (): Shortcut[] => [{ keys: "/", does: words.shortcutsOf.search, run: focus }],
    [words],
  );
  useShortcuts(shortcuts);
}
