import type { ComponentChildren, JSX } from "preact";

type Props = Omit<JSX.IntrinsicElements["button"], "class" | "loading"> & {
  /** `main`: the one thing to do here. `danger`: takes something away. `bare`: no more than words. */
  readonly look?: "main" | "plain" | "danger" | "bare";
  /** Something is under way: pressed again, it does nothing. */
  readonly busy?: boolean;
  readonly children: ComponentChildren;
};

export function Button({ look = "plain", busy = false, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      class={`button ${look}`}
      // A disabled button would lose the focus.
      aria-disabled={busy || undefined}
      data-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  );
}
