import { OWN_COLOURS } from "../../../admin-api/colours.ts";
import { CheckField, Field } from "../../parts/fields.tsx";
import { useWords } from "../../words.ts";
import { WORDS } from "../words.ts";

interface Props {
  readonly label: string;
  readonly mode: "light" | "dark";
  readonly name: "paper" | "link";
  /** Null: the theme's own. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error: string | null;
}

/** The theme's own colour, or another. */
export function ColourField({ label, mode, name, value, onChange, error }: Props) {
  const words = useWords(WORDS);
  const own = OWN_COLOURS[mode][name];
  return (
    <div class="colour-field">
      <CheckField
        label={`${label}: ${words.ownColour}`}
        checked={value !== null}
        onChange={(on) => onChange(on ? own : null)}
      />
      {value !== null && (
        <Field label={label} error={error}>
          {(wires) => (
            <input
              {...wires}
              type="color"
              value={value}
              onInput={(event) => onChange(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      {value === null && error && <p class="error">{error}</p>}
    </div>
  );
}
