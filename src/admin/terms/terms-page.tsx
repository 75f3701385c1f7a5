import { useState } from "preact/hooks";
import type { Terms } from "../../admin-api/terms.ts";
import { useAsked } from "../asked.ts";
import { Button } from "../parts/button.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { Answered } from "../parts/states.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { navigate, useLocation } from "../router.tsx";
import { useWords } from "../words.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import { TermDialog } from "./term-dialog.tsx";
import { TermList } from "./term-list.tsx";
import { type Table, type Term, WORDS } from "./terms.ts";
import { useRemoval } from "./use-removal.tsx";

/** Null: a new one. */
type Open = { readonly what: "edit" | "merge"; readonly term: Term | null };

/** Tags and categories: rename, merge, delete, and the tree of the latter. */
export function TermsPage() {
  const words = useWords(WORDS);
  const { query } = useLocation();
  const table: Table = query.get("of") === "categories" ? "categories" : "tags";
  const asked = useAsked<Terms>("/api/terms");
  const [q, setQ] = useState("");
  const [open, setOpen] = useState<Open | null>(null);
  const [remove, dialog] = useRemoval(table, asked.put);
  const close = () => setOpen(null);
  return (
    <>
      <PageHead title={words.title}>
        <Button look="main" onClick={() => setOpen({ what: "edit", term: null })}>
          {table === "tags" ? words.newTag : words.newCategory}
        </Button>
      </PageHead>
      <div class="tools">
        <Tabs<Table>
          label={words.tabs}
          value={table}
          onChange={(of) => navigate(`/admin/terms/?of=${of}`, { replace: true })}
          options={(["tags", "categories"] as const).map((value) => ({
            ...{ value, label: words[value] },
          }))}
        />
        <SearchField label={words.search} value={q} onSearch={setQ} />
      </div>
      <p class="faded">{table === "tags" ? words.tagsLong : words.categoriesLong}</p>
      <Answered asked={asked}>
        {(terms) => (
          <>
            <TermList
              {...{ terms, table, q }}
              onEdit={(term) => setOpen({ what: "edit", term })}
              onMerge={(term) => setOpen({ what: "merge", term })}
              onRemove={remove}
            />
            {open?.what === "edit" && (
              <TermDialog
                {...{ terms, table, term: open.term }}
                onSaved={asked.put}
                onClose={close}
              />
            )}
            {open?.what === "merge" && open.term && (
              <MergeDialog
                {...{ terms, table, term: open.term }}
                onMerged={asked.put}
                onClose={close}
              />
            )}
          </>
        )}
      </Answered>
      {dialog}
    </>
  );
}
