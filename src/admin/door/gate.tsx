import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** The calm sheet of whoever is outside. */
export function Gate({ title, children }: Props) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main class="gate">
      <h1>{title}</h1>
      {children}
    </main>
  );
}
