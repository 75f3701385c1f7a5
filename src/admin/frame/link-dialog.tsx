import { useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { TextField } from "../parts/fields.tsx";
import { useWords } from "../words.ts";
import type { BlogrollLink } from "./blogroll.tsx";
import { WORDS } from "./words.ts";

interface Props {
  /** Null: a new one. */
  readonly link: BlogrollLink | null;
  readonly onDone: (link: BlogrollLink) => void;
  readonly onClose: () => void;
}

const NEW: BlogrollLink = { title: "", url: "", feedUrl: null, description: "" };

/** A link of the blogroll. */
export function LinkDialog({ link, onDone, onClose }: Props) {
  const words = useWords(WORDS);
  const shell = useWords();
  const [typed, setTyped] = useState(link ?? NEW);
  const set = (changes: Partial<BlogrollLink>) => setTyped({ ...typed, ...changes });
  const finish = (event: Event) => {
    event.preventDefault();
    onDone(typed);
    onClose();
  };
  return (
    <Dialog title={link ? words.editLink : words.addLink} onClose={onClose}>
      <form onSubmit={finish}>
        <TextField
          {...{ label: words.linkTitle, required: true, maxLength: 200, value: typed.title }}
          onInput={(title) => set({ title })}
        />
        <TextField
          {...{ label: words.url, type: "url", required: true, value: typed.url }}
          onInput={(url) => set({ url })}
        />
        <TextField
          {...{ label: words.feedUrl, type: "url", optional: true, value: typed.feedUrl ?? "" }}
          onInput={(feedUrl) => set({ feedUrl: feedUrl || null })}
        />
        <TextField
          {...{ label: words.description, optional: true, maxLength: 500 }}
          value={typed.description}
          onInput={(description) => set({ description })}
        />
        <div class="row end">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="main" type="submit">
            {words.take}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
