import { useWords } from "../../words.ts";
import { FormFrame } from "../form-frame.tsx";
import { NumberField } from "../number-field.tsx";
import { RadioField } from "../radio-field.tsx";
import { type Form, useForm } from "../use-form.ts";
import { WORDS } from "../words.ts";
import { LISTS, type ListName, ListsFields } from "./lists-fields.tsx";
import { NightForm } from "./night-form.tsx";
import { fromLines, type Rules, toLines } from "./rules.ts";
import { type SaveRules, WithRules } from "./with-rules.tsx";

type Typed = Pick<Rules, "hold" | "links" | "editMinutes"> & {
  /** NaN: never. */
  readonly closeAfterDays: number;
} & Readonly<Record<ListName, string>>;

/** What waits, what is refused, and the switch for bad nights. */
export const ModerationForm = () => (
  <WithRules>
    {(rules, save) => (
      <>
        <NightForm rules={rules} save={save} />
        <Inputs rules={rules} save={save} />
      </>
    )}
  </WithRules>
);

interface Props {
  readonly rules: Rules;
  readonly save: SaveRules;
}

function Inputs({ rules, save }: Props) {
  const words = useWords(WORDS);
  const form = useForm(typedOf(rules), (typed) => save(textsOf(typed)), [
    ...["hold", "links", "closeAfterDays", "editMinutes"],
    ...LISTS,
  ]);
  const { typed, set, error } = form;
  return (
    <FormFrame form={form}>
      <h2>{words.rules}</h2>
      <RadioField
        {...{ label: words.hold, options: words.holds, value: typed.hold, error: error("hold") }}
        onChange={(hold) => set({ hold })}
      />
      <NumberField {...{ label: words.links, min: 0, max: 100 }} {...number(form, "links")} />
      <NumberField
        {...{ label: words.closeAfterDays, hint: words.closeHint, min: 1, max: 36_500 }}
        {...number(form, "closeAfterDays")}
        required={false}
      />
      <NumberField
        {...{ label: words.editMinutes, min: 0, max: 1_440 }}
        {...number(form, "editMinutes")}
      />
      <ListsFields
        value={(name) => typed[name]}
        onInput={(name, text) => set({ [name]: text })}
        error={error}
      />
    </FormFrame>
  );
}

const number = (form: Form<Typed>, name: "links" | "closeAfterDays" | "editMinutes") => ({
  value: form.typed[name],
  onChange: (value: number) => form.set({ [name]: value }),
  error: form.error(name),
});

function typedOf(rules: Rules): Typed {
  const { hold, links, editMinutes, closeAfterDays } = rules;
  const lists = LISTS.map((name) => [name, toLines(rules[name])]);
  return {
    ...{ hold, links, editMinutes, closeAfterDays: closeAfterDays ?? Number.NaN },
    ...(Object.fromEntries(lists) as Record<ListName, string>),
  };
}

function textsOf({ hold, links, editMinutes, closeAfterDays, ...lists }: Typed) {
  return {
    ...{ hold, links: String(links), editMinutes: String(editMinutes) },
    closeAfterDays: Number.isNaN(closeAfterDays) ? "never" : String(closeAfterDays),
    ...Object.fromEntries(LISTS.map((name) => [name, fromLines(lists[name])])),
  };
}
