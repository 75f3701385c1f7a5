import { useRef } from "preact/hooks";
import { useWords } from "../words.ts";
import { Button } from "./button.tsx";
import { toast } from "./toasts.tsx";

interface Props {
  readonly label: string;
  readonly text: string;
}

/** Something to take along: a link, a token. */
export function Copy({ label, text }: Props) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    await navigator.clipboard.writeText(text);
    toast(words.copied);
  };
  return (
    <div class="copy">
      <input
        ref={field}
        readOnly
        value={text}
        aria-label={label}
        onFocus={() => field.current?.select()}
      />
      <Button onClick={copy}>{words.copy}</Button>
    </div>
  );
}
