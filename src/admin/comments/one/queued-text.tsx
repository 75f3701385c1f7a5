import { useState } from "preact/hooks";
import type { QueuedComment } from "../../../admin-api/comments.ts";
import { Button } from "../../parts/button.tsx";
import { useWords } from "../../words.ts";
import { WORDS } from "../words.ts";

/** Characters and lines of a text that is shown whole. */
const MOST_CHARS = 1_200;
const MOST_LINES = 16;

/** What somebody wrote, as they typed it. It is text: nothing of it is markup, and no link of it can be pressed. */
export function QueuedText({ comment }: { readonly comment: QueuedComment }) {
  const words = useWords(WORDS);
  const { text, lang, quote, whole } = comment;
  const isLong = text.length > MOST_CHARS || text.split("\n").length > MOST_LINES;
  const [isOpen, setOpen] = useState(!isLong);
  return (
    <>
      {quote !== null && (
        <figure class="quoted">
          <figcaption>{words.quote}</figcaption>
          <blockquote dir="auto">{quote}</blockquote>
        </figure>
      )}
      <p class={isOpen ? "queued-text" : "queued-text short"} lang={lang} dir="auto">
        {text}
      </p>
      {!isOpen && (
        <Button look="bare" onClick={() => setOpen(true)}>
          {words.wholeText}
        </Button>
      )}
      {!whole && <p class="hint">{words.cut}</p>}
    </>
  );
}
