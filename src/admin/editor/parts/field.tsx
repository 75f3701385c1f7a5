import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | null | undefined;
  /** Gets what joins it with its label and its hint. */
  readonly children: (control: { id: string; "aria-describedby": string }) => ComponentChildren;
}

/** A label, what it is for, and what is wrong with it. */
export function Labelled({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  return (
    <div class="ed-field">
      <label for={id}>{label}</label>
      {children({ id, "aria-describedby": `${id}-hint` })}
      <p id={`${id}-hint`} class={problem ? "ed-problem" : "ed-hint"}>
        {problem || hint}
      </p>
    </div>
  );
}
