interface Props<Value extends string> {
  /** What is chosen here, for whoever listens. */
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly count?: number;
  }[];
}

/** One of a few views of the same. */
export const Tabs = <Value extends string>({ label, value, onChange, options }: Props<Value>) => (
  <fieldset class="tabs">
    <legend class="only-heard">{label}</legend>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={option.value === value}
        onClick={() => onChange(option.value)}
      >
        {option.label}
        {option.count ? <span class="count">{option.count}</span> : null}
      </button>
    ))}
  </fieldset>
);
