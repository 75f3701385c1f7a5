import { de } from "../../i18n/admin/de/posts.ts";
import { en } from "../../i18n/admin/en/posts.ts";
import { SearchField } from "../parts/search-field.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { navigate } from "../router.tsx";
import { useWords } from "../words.ts";

/** Empty: whatever its status. */
export type Filter = "" | "draft" | "scheduled" | "published" | "unlisted" | "private";

const FILTERS = ["draft", "scheduled", "published", "unlisted", "private"] as const;

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
      <SearchField label={words.search} value={q} onSearch={(typed) => show(typed, status)} />
    </div>
  );
}

function show(q: string, status: Filter): void {
  const query = new URLSearchParams({ ...(status && { status }), ...(q && { q }) }).toString();
  navigate(location.pathname + (query && `?${query}`), { replace: true });
}
