import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useWords } from "../words.ts";

interface Props {
  /** Of what: "…: Anna". */
  readonly about: string;
  /** Buttons and links. */
  readonly children: ComponentChildren;
}

/** What can be done with one thing, behind a small button. Closes by Escape, by a choice, and when somebody goes elsewhere. */
export function Menu({ about, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const words = useWords();
  const close = () => details.current?.removeAttribute("open");
  return (
    <details
      ref={details}
      class="menu"
      onClick={({ target }) => {
        if ((target as Element).closest(".menu-sheet :is(a, button)")) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !details.current?.open) return;
        event.stopPropagation();
        close();
        details.current.querySelector("summary")?.focus();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget && !details.current?.contains(relatedTarget as Node)) close();
      }}
    >
      <summary aria-label={`${words.actions} ${about}`}>⋯</summary>
      <div class="menu-sheet">{children}</div>
    </details>
  );
}
