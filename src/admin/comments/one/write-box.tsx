import { useEffect, useRef, useState } from "preact/hooks";
import type { QueuedComment } from "../../../admin-api/comments.ts";
import { MAX_TEXT } from "../../../limits.ts";
import { useDeed } from "../../deed.ts";
import { Button } from "../../parts/button.tsx";
import { AreaField } from "../../parts/fields.tsx";
import { Said } from "../../parts/states.tsx";
import { useWords } from "../../words.ts";
import { WORDS } from "../words.ts";

export type Writing = "reply" | "edit";

interface Props {
  readonly comment: QueuedComment;
  readonly what: Writing;
  /** Sends it; what it throws is shown, and the text stays. */
  readonly onSend: (text: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** A field below a comment: for an answer, or for another text. */
export function WriteBox({ comment, what, onSend, onClose }: Props) {
  const words = useWords(WORDS);
  const shell = useWords();
  const [text, setText] = useState(what === "edit" ? comment.text : "");
  const { busy, problem, run } = useDeed();
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const field = box.current?.querySelector("textarea");
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  const send = async (event: Event) => {
    event.preventDefault();
    if (text.trim() !== "" && (await run(() => onSend(text)))) onClose();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event);
  };
  const isReply = what === "reply";
  return (
    <form ref={box} class="write-box" onSubmit={send} onKeyDown={pressed}>
      <AreaField
        label={isReply ? words.replyTo(comment.name || words.noName) : words.edit}
        hint={isReply ? words.replyHint : words.editHint}
        value={text}
        onInput={setText}
        maxLength={MAX_TEXT}
        required
      />
      <Said problem={problem} />
      <div class="row">
        <Button look="main" type="submit" busy={busy} aria-keyshortcuts="Control+Enter">
          {isReply ? words.send : shell.save}
        </Button>
        <Button onClick={onClose}>{shell.cancel}</Button>
      </div>
    </form>
  );
}
