import type { ComponentChildren } from "preact";
import { Button } from "../parts/button.tsx";
import { Said } from "../parts/states.tsx";
import { useWords } from "../words.ts";
import type { Part } from "./use-part.ts";
import { WORDS } from "./words.ts";

interface Props<T> {
  readonly title: string;
  readonly about: string;
  readonly part: Part<T>;
  /** What can be added. */
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One part of the frame, with what saves it. */
export function PartFrame<T>({ title, about, part, tools, children }: Props<T>) {
  const words = useWords(WORDS);
  const shell = useWords();
  return (
    <section class="section">
      <div class="section-head">
        <h2>{title}</h2>
        {tools}
      </div>
      <p class="faded">{about}</p>
      {children}
      <Said problem={part.problem} />
      {part.changed && (
        <div class="row more">
          <Button look="main" busy={part.busy} onClick={part.save}>
            {shell.save}
          </Button>
          <Button onClick={part.reset}>{shell.cancel}</Button>
          <span class="faded" role="status">
            {words.unsaved}
          </span>
        </div>
      )}
    </section>
  );
}
