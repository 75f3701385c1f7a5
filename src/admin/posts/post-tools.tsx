import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { de } from "../../i18n/admin/de/posts.ts";
import { en } from "../../i18n/admin/en/posts.ts";
import { type Shortcut, useShortcuts } from "../keys.ts";
import { Tabs } from "../parts/tabs.tsx";
import { navigate } from "../router.tsx";
import { useWords } from "../words.ts";

/** Empty: whatever its status. */
export type Filter = "" | "draft" | "scheduled" | "published" | "unlisted" | "private";

const FILTERS = ["draft", "scheduled", "published", "unlisted", "private"] as const;

/** Milliseconds after which somebody who types has typed. */
const QUIET_MS = 250;

interface Props {
  readonly q: string;
  readonly status: Filter;
}

/** What is shown of the list: by status, and by words. */
export function PostTools({ q, status }: Props) {
  const words = useWords({ de, en });
  const options = FILTERS.map((value) => ({ value, label: words.filters[value] }));
  return (
    <div class="tools">
      <Tabs<Filter>
        label={words.status}
        value={status}
        onChange={(value) => show(q, value)}
        options={[{ value: "", label: words.all }, ...options]}
      />
      <Search q={q} status={status} />
    </div>
  );
}

function Search({ q, status }: Props) {
  const words = useWords({ de, en });
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(q);
  useSearchKeys(() => field.current?.focus());
  useEffect(() => {
    if (typed.trim() === q) return;
    const timer = setTimeout(() => show(typed.trim(), status), QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <search class="search">
      <input
        ref={field}
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </search>
  );
}

function useSearchKeys(focus: () => void): void {
  const words = useWords();
  const shortcuts = useMemo(
    (): Shortcut[] => [{ keys: "/", does: words.shortcutsOf.search, run: focus }],
    [words],
  );
  useShortcuts(shortcuts);
}

function show(q: string, status: Filter): void {
  const query = new URLSearchParams({ ...(status && { status }), ...(q && { q }) }).toString();
  navigate(location.pathname + (query && `?${query}`), { replace: true });
}
