import { useId } from "preact/hooks";

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: Readonly<Record<Value, string>>;
  readonly error?: string | null;
  /** The heading above says the same already. */
  readonly quiet?: boolean;
}

/** One of a few that each need a sentence. */
export function RadioField<Value extends string>(props: Props<Value>) {
  const { label, value, onChange, options, error, quiet = false } = props;
  const name = useId();
  return (
    <fieldset class="field" aria-describedby={error ? `${name}-error` : undefined}>
      <legend class={quiet ? "only-heard" : ""}>{label}</legend>
      {(Object.keys(options) as Value[]).map((option) => (
        <label class="tick" key={option}>
          <input
            type="radio"
            name={name}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          <span>{options[option]}</span>
        </label>
      ))}
      {error && (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
