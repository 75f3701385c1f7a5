import type { PostFields } from "../../admin-api/posts.ts";
import { useDesk } from "./desk.ts";

interface TitleProps {
  readonly fields: PostFields;
  readonly change: (part: Partial<PostFields>) => void;
  /** Somebody goes on to the text. */
  readonly onEnter?: () => void;
}

/** A title may be long, but it is one line: Enter goes on to the text. */
export function TitleField({ fields, change, onEnter }: TitleProps) {
  const { words } = useDesk();
  return (
    <textarea
      class="ed-title"
      {...{ rows: 1, maxLength: 300, value: fields.title, lang: fields.lang }}
      {...{ placeholder: words.title, "aria-label": words.title }}
      onInput={(event) => change({ title: event.currentTarget.value.replace(/\s*\n\s*/g, " ") })}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        onEnter?.();
      }}
    />
  );
}
