import type { FormProblem } from "./problem.tsx";

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string | undefined;
  /** Characters. */
  readonly max: number;
  /** Rows of an area; a line without. */
  readonly rows?: number;
  readonly type?: "text" | "email" | "url";
  /** What a browser may fill in. */
  readonly complete?: string;
  readonly required?: boolean;
  readonly problem: FormProblem | null;
}

/** A field of a form with its label, a hint, and what was wrong with it. */
export function Field(props: Props) {
  const { name, label, hint, value, max, rows, type = "text", complete, required } = props;
  const problem = props.problem?.field === name ? props.problem : null;
  const id = `write-${name}`;
  const attributes = {
    ...{ id, name, required, maxLength: max, autoComplete: complete },
    "aria-invalid": problem ? ("true" as const) : undefined,
    "aria-describedby": problem ? `${id}-problem` : undefined,
  };
  return (
    <p class="field">
      <label for={id}>
        {label}
        {hint && <small>{hint}</small>}
      </label>
      {rows ? (
        <textarea {...attributes} rows={rows} dir="auto" value={value} />
      ) : (
        // The types of Preact want one literal.
        <input {...attributes} type={type as "text"} value={value || undefined} />
      )}
      {problem && (
        <span class="problem" id={`${id}-problem`}>
          {problem.sentence}
        </span>
      )}
    </p>
  );
}
