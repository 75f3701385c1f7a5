import type { BlogSettings } from "../../../admin-api/settings.ts";
import { SelectField, TextField } from "../../parts/fields.tsx";
import { useWords } from "../../words.ts";
import { FormFrame } from "../form-frame.tsx";
import { NumberField } from "../number-field.tsx";
import { type Form, useForm } from "../use-form.ts";
import { WORDS } from "../words.ts";
import { Example } from "./example.tsx";
import { WithBlog } from "./with-blog.tsx";

type Typed = Pick<
  BlogSettings,
  "title" | "tagline" | "lang" | "timeZone" | "permalink" | "postsPerPage"
>;

const FIELDS = ["title", "tagline", "lang", "timeZone", "permalink", "postsPerPage"];

/** What the blog is called, and how it counts. */
export const BlogForm = () => (
  <WithBlog>
    {({ title, tagline, lang, timeZone, permalink, postsPerPage }, save) => (
      <Inputs initial={{ title, tagline, lang, timeZone, permalink, postsPerPage }} save={save} />
    )}
  </WithBlog>
);

interface Props {
  readonly initial: Typed;
  readonly save: (typed: Typed) => Promise<unknown>;
}

function Inputs({ initial, save }: Props) {
  const words = useWords(WORDS);
  const form = useForm(initial, save, FIELDS);
  const { typed, set, error } = form;
  return (
    <FormFrame form={form}>
      <TextField label={words.blogTitle} {...line(form, "title")} maxLength={100} required />
      <TextField label={words.tagline} optional {...line(form, "tagline")} maxLength={300} />
      <SelectField
        {...{ label: words.lang, hint: words.langHint, value: typed.lang, error: error("lang") }}
        onChange={(lang) => set({ lang })}
        options={(["de", "en"] as const).map((value) => ({ value, label: words.langs[value] }))}
      />
      <TextField
        {...{ label: words.timeZone, hint: words.timeZoneHint }}
        {...line(form, "timeZone")}
        {...{ list: "time-zones", required: true, autocomplete: "off", spellcheck: false }}
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <TextField
        label={words.permalink}
        hint={<Example pattern={typed.permalink} />}
        {...line(form, "permalink")}
        {...{ required: true, autocomplete: "off", spellcheck: false }}
      />
      <NumberField
        {...{ label: words.postsPerPage, min: 1, max: 20, error: error("postsPerPage") }}
        value={typed.postsPerPage}
        onChange={(postsPerPage) => set({ postsPerPage })}
      />
    </FormFrame>
  );
}

const line = (form: Form<Typed>, name: "title" | "tagline" | "timeZone" | "permalink") => ({
  value: form.typed[name],
  onInput: (value: string) => form.set({ [name]: value }),
  error: form.error(name),
});
