import { Field } from "../../parts/fields.tsx";
import { timeText, useDesk } from "../desk.ts";
import { localText, momentOf, offsetText } from "./zone.ts";

export interface When {
  readonly kind: "now" | "keep" | "later";
  /** As `datetime-local` has it; on the blog's clock. */
  readonly local: string;
}

interface WhenProps {
  /** UTC; null for what never was. */
  readonly publishedAt: string | null;
  readonly when: When;
  readonly onChange: (when: When) => void;
}

/** Now, the date that a post has, or another one. */
export function WhenFields({ publishedAt, when, onChange }: WhenProps) {
  const desk = useDesk();
  const { publish } = desk.words;
  const { timeZone } = desk;
  const isAhead = publishedAt !== null && Date.parse(publishedAt) > Date.now();
  const kinds: [When["kind"], string][] = [
    ...(publishedAt ? ([["keep", publish.keep(timeText(publishedAt, desk))]] as const) : []),
    ...(publishedAt === null || isAhead ? ([["now", publish.now]] as const) : []),
    ["later", publish.later],
  ].map(([kind, label]) => [kind as When["kind"], label as string]);
  const pick = (kind: When["kind"]) =>
    onChange({ kind, local: when.local || localText(timeZone, Date.now() + HOUR) });
  return (
    <fieldset class="ed-field">
      <legend>{publish.when}</legend>
      {kinds.map(([kind, label]) => (
        <label key={kind} class="ed-check">
          <input
            {...{ type: "radio", name: "when", value: kind, checked: when.kind === kind }}
            onChange={() => pick(kind)}
          />
          {label}
        </label>
      ))}
      {when.kind === "later" && <DateField when={when} onChange={onChange} />}
    </fieldset>
  );
}

/** Milliseconds. */
const HOUR = 3_600_000;

function DateField({ when, onChange }: Omit<WhenProps, "publishedAt">) {
  const { words, timeZone } = useDesk();
  const { publish } = words;
  const moment = momentOf(timeZone, when.local);
  const isGap = when.local !== "" && moment === null;
  const zone = publish.zone(timeZone, offsetText(timeZone, moment ?? Date.now()));
  const isPast = moment !== null && moment < Date.now();
  return (
    <Field
      label={publish.date}
      hint={isPast ? `${zone}. ${publish.past}` : zone}
      error={isGap ? publish.gap : null}
    >
      {(control) => (
        <input
          {...{ ...control, type: "datetime-local", required: true, value: when.local }}
          onInput={(event) => onChange({ kind: "later", local: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}
