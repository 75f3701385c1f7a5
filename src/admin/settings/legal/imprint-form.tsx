import type { Imprint, Legal } from "../../../admin-api/settings.ts";
import { ask } from "../../api.ts";
import { AreaField, TextField } from "../../parts/fields.tsx";
import { editorPath } from "../../posts/new-post.tsx";
import { useWords } from "../../words.ts";
import { FormFrame } from "../form-frame.tsx";
import { useForm } from "../use-form.ts";
import { WORDS } from "../words.ts";

export interface LegalProps {
  readonly legal: Legal;
  readonly onWritten: (legal: Legal) => void;
}

const NOBODY: Imprint = { name: "", address: "", email: null, phone: "" };

/** Who answers for the blog: writes the page. */
export function ImprintForm({ legal: { imprint }, onWritten }: LegalProps) {
  const words = useWords(WORDS);
  const form = useForm(
    NOBODY,
    async (typed) => onWritten(await ask("/api/settings/imprint", { method: "PUT", body: typed })),
    ["name", "address", "email", "phone"],
  );
  const { typed, set, error } = form;
  const line = (name: keyof Imprint) => ({
    value: typed[name] ?? "",
    onInput: (value: string) => set({ [name]: value }),
    error: error(name),
  });
  return (
    <FormFrame form={form} save={words.writeImprint}>
      <h2>{words.imprint}</h2>
      <p>{words.imprintLong}</p>
      {imprint.id !== null && !imprint.empty && <p class="faded">{words.imprintThere}</p>}
      <EditLink id={imprint.id} />
      <TextField
        {...{ label: words.name, autocomplete: "name", required: true, maxLength: 200 }}
        {...line("name")}
      />
      <AreaField
        {...{ label: words.address, autocomplete: "street-address" }}
        {...{ required: true, maxLength: 500 }}
        {...line("address")}
      />
      <TextField
        {...{ label: words.email, type: "email", autocomplete: "email", optional: true }}
        {...line("email")}
      />
      <TextField
        {...{ label: words.phone, type: "tel", autocomplete: "tel", optional: true, maxLength: 60 }}
        {...line("phone")}
      />
    </FormFrame>
  );
}

/** Where a page is written by hand. */
export function EditLink({ id }: { readonly id: number | null }) {
  const words = useWords(WORDS);
  if (id === null) return null;
  return (
    <p>
      <a href={editorPath(id)}>{words.editPage}</a>
    </p>
  );
}
