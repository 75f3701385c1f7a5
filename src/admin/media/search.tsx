import { Tabs } from "../parts/tabs.tsx";
import { useWords } from "../words.ts";
import type { Kind } from "./library.ts";
import { WORDS } from "./media-words.ts";

const KINDS: readonly Kind[] = ["all", "image", "audio", "other"];

interface Props {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly kind: Kind;
  /** Without it the kind is given. */
  readonly onKind?: (kind: Kind) => void;
}

/** What is looked for. */
export function MediaSearch({ words: typed, onWords, kind, onKind }: Props) {
  const words = useWords(WORDS);
  return (
    <div class="media-search">
      <div class="search">
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={typed}
          onInput={(event) => onWords(event.currentTarget.value)}
        />
      </div>
      {onKind && (
        <Tabs
          label={words.kinds}
          value={kind}
          onChange={onKind}
          options={KINDS.map((value) => ({ value, label: words.kindsOf[value] }))}
        />
      )}
    </div>
  );
}
