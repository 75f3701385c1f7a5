import { useState } from "preact/hooks";
import type { Terms } from "../../admin-api/terms.ts";
import { ask } from "../api.ts";
import { useDeed } from "../deed.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { AreaField, SelectField, TextField } from "../parts/fields.tsx";
import { sentenceOf } from "../parts/sentence.ts";
import { Said } from "../parts/states.tsx";
import { toast } from "../parts/toasts.tsx";
import { useWords } from "../words.ts";
import { addressOf, parentsFor, type Table, type Term, WORDS } from "./terms.ts";

interface Props {
  readonly terms: Terms;
  readonly table: Table;
  /** Null: a new one. */
  readonly term: Term | null;
  readonly onSaved: (terms: Terms) => void;
  readonly onClose: () => void;
}

/** Another name for a tag; of a category, what it says and where it stands, too. */
export function TermDialog({ terms, table, term, onSaved, onClose }: Props) {
  const words = useWords(WORDS);
  const shell = useWords();
  const [typed, setTyped] = useState({
    ...{ name: term?.name ?? "", description: term?.description ?? "" },
    parent: term?.parent ?? null,
  });
  const { busy, problem, run } = useDeed();
  const save = async (event: Event) => {
    event.preventDefault();
    const body = table === "tags" ? { name: typed.name } : typed;
    const [path, method] = term
      ? [addressOf(table, term), "PUT" as const]
      : [`/api/terms/${table}`, "POST" as const];
    if (!(await run(async () => onSaved(await ask(path, { method, body }))))) return;
    toast(shell.saved);
    onClose();
  };
  const set = (changes: Partial<typeof typed>) => setTyped({ ...typed, ...changes });
  const isNew = table === "tags" ? words.newTag : words.newCategory;
  return (
    <Dialog title={term?.name ?? isNew} onClose={onClose}>
      <form onSubmit={save}>
        {problem?.field !== "name" && problem?.reason !== "circle" && <Said problem={problem} />}
        <TextField
          {...{ label: words.name, maxLength: 80, required: true }}
          hint={term && words.addressStays}
          value={typed.name}
          onInput={(name) => set({ name })}
          error={problem?.field === "name" ? sentenceOf(problem, shell) : null}
        />
        {table === "categories" && (
          <CategoryFields
            {...{ typed, set, places: parentsFor(term?.slug ?? null, terms.categories) }}
            error={problem?.reason === "circle" ? words.circle : null}
          />
        )}
        <div class="row end">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="main" type="submit" busy={busy}>
            {shell.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Typed {
  readonly description: string;
  readonly parent: string | null;
}

interface CategoryProps {
  readonly typed: Typed;
  readonly set: (changes: Partial<Typed>) => void;
  readonly places: ReturnType<typeof parentsFor>;
  readonly error: string | null;
}

function CategoryFields({ typed, set, places, error }: CategoryProps) {
  const words = useWords(WORDS);
  const options = places.map(({ category: { slug, name }, depth }) => ({
    ...{ value: slug, label: `${"\u2003".repeat(depth)}${name}` },
  }));
  return (
    <>
      <AreaField
        {...{ label: words.description, optional: true, maxLength: 2_000 }}
        value={typed.description}
        onInput={(description) => set({ description })}
      />
      <SelectField
        {...{ label: words.parent, error, value: typed.parent ?? "" }}
        onChange={(parent) => set({ parent: parent || null })}
        options={[{ value: "", label: words.top }, ...options]}
      />
    </>
  );
}
