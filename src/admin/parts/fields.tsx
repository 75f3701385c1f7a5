import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { useWords } from "../words.ts";

interface Frame {
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** What is wrong, as a sentence. */
  readonly error?: string | null | undefined;
  /** Says that nothing need stand here. */
  readonly optional?: boolean;
}

interface Wires {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

type FieldProps = Frame & { readonly children: (wires: Wires) => ComponentChildren };

/** A label, what it names, a hint and what is wrong, tied together for whoever listens. */
export function Field({ label, hint, error, optional, children }: FieldProps) {
  const id = useId();
  const words = useWords();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>
        {label} {optional && <small>{words.optional}</small>}
      </label>
      {children({
        id,
        ...(described && { "aria-describedby": described }),
        ...(error && { "aria-invalid": true as const }),
      })}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type Rest<Tag extends "input" | "textarea"> = Omit<
  JSX.IntrinsicElements[Tag],
  "value" | "onInput" | "id" | "label"
>;

interface Text {
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A line of text. */
export const TextField = ({
  label,
  hint,
  error,
  optional,
  value,
  onInput,
  ...rest
}: Frame & Text & Rest<"input">) => (
  <Field {...{ label, hint, error: error ?? null, optional: optional ?? false }}>
    {(wires) => (
      <input
        {...(rest as object)}
        {...wires}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </Field>
);

/** Several lines. */
export const AreaField = ({
  label,
  hint,
  error,
  optional,
  value,
  onInput,
  ...rest
}: Frame & Text & Rest<"textarea">) => (
  <Field {...{ label, hint, error: error ?? null, optional: optional ?? false }}>
    {(wires) => (
      <textarea
        {...(rest as object)}
        {...wires}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </Field>
);

interface Choice<Value extends string> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

/** One of a few. */
export const SelectField = <Value extends string>({
  value,
  onChange,
  options,
  ...frame
}: Frame & Choice<Value>) => (
  <Field {...frame}>
    {(wires) => (
      <select
        {...wires}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

interface Tick {
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export const CheckField = ({ label, hint, checked, onChange }: Tick) => (
  <label class="tick">
    <input
      type="checkbox"
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span>
      {label}
      {hint && <small>{hint}</small>}
    </span>
  </label>
);
