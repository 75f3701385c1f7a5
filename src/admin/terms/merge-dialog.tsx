import { useState } from "preact/hooks";
import type { Terms } from "../../admin-api/terms.ts";
import { ask } from "../api.ts";
import { useDeed } from "../deed.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { SelectField } from "../parts/fields.tsx";
import { Said } from "../parts/states.tsx";
import { toast } from "../parts/toasts.tsx";
import { useWords } from "../words.ts";
import { addressOf, type Table, type Term, WORDS } from "./terms.ts";

interface Props {
  readonly terms: Terms;
  readonly table: Table;
  readonly term: Term;
  readonly onMerged: (terms: Terms) => void;
  readonly onClose: () => void;
}

/** Makes one term another: its posts and its address go there. */
export function MergeDialog({ terms, table, term, onMerged, onClose }: Props) {
  const words = useWords(WORDS);
  const shell = useWords();
  const others = terms[table].filter(({ slug }) => slug !== term.slug);
  const [into, setInto] = useState(others[0]?.slug ?? "");
  const { busy, problem, run } = useDeed();
  const merge = async (event: Event) => {
    event.preventDefault();
    const path = `${addressOf(table, term)}/merge`;
    const done = await run(async () =>
      onMerged(await ask(path, { method: "POST", body: { into } })),
    );
    if (!done) return;
    toast(words.merged(others.find(({ slug }) => slug === into)?.name ?? into));
    onClose();
  };
  return (
    <Dialog title={words.mergeTitle(term.name)} onClose={onClose}>
      <form onSubmit={merge}>
        <Said problem={problem} />
        <SelectField
          {...{ label: words.mergeInto, value: into, onChange: setInto }}
          options={others.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <p>{words.mergeLong}</p>
        <div class="row end">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="danger" type="submit" busy={busy}>
            {words.merge}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
