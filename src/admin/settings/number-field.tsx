import type { ComponentChildren } from "preact";
import { TextField } from "../parts/fields.tsx";

interface Props {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | null;
  /** NaN: nothing is typed. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly required?: boolean;
}

/** A whole number. */
export const NumberField = ({ value, onChange, required = true, ...rest }: Props) => (
  <TextField
    {...rest}
    type="number"
    inputMode="numeric"
    required={required}
    value={Number.isNaN(value) ? "" : String(value)}
    onInput={(typed) => onChange(typed === "" ? Number.NaN : Number(typed))}
  />
);
