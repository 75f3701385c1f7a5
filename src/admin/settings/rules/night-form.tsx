import { TextField } from "../../parts/fields.tsx";
import { Time } from "../../parts/time.tsx";
import { useWords } from "../../words.ts";
import { FormFrame } from "../form-frame.tsx";
import { RadioField } from "../radio-field.tsx";
import { useForm } from "../use-form.ts";
import { WORDS } from "../words.ts";
import type { Rules } from "./rules.ts";
import type { SaveRules } from "./with-rules.tsx";

interface Props {
  readonly rules: Rules;
  readonly save: SaveRules;
}

/** The switch for a night in which it gets too much. */
export function NightForm({ rules: { night, nightUntil }, save }: Props) {
  const words = useWords(WORDS);
  const begun = { night, until: "" };
  const form = useForm(
    begun,
    ({ night: chosen, until }) =>
      save({ night: chosen, ...(chosen !== "open" && { nightUntil: until.replace("T", " ") }) }),
    ["night", "nightUntil"],
  );
  const { typed, set, error } = form;
  return (
    <FormFrame form={form}>
      <h2>{words.night}</h2>
      <p>{words.nightLong}</p>
      {night !== "open" && nightUntil !== null && (
        <p class="said" role="status">
          {words.nights[night]}. {words.nightNow} <Time at={nightUntil} />.
        </p>
      )}
      <RadioField
        {...{ label: words.night, options: words.nights, value: typed.night }}
        onChange={(chosen) => set({ night: chosen })}
        error={error("night")}
        quiet
      />
      {typed.night !== "open" && (
        <TextField
          {...{ label: words.nightUntil, hint: words.nightUntilHint, optional: true }}
          type="datetime-local"
          value={typed.until}
          onInput={(until) => set({ until })}
          error={error("nightUntil")}
        />
      )}
    </FormFrame>
  );
}
