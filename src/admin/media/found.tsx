import type { Media } from "../../admin-api/media.ts";
import { Button } from "../parts/button.tsx";
import { Busy, Empty, Said } from "../parts/states.tsx";
import { useWords } from "../words.ts";
import { MediaGrid } from "./grid.tsx";
import type { useLibrary } from "./library.ts";
import { WORDS } from "./media-words.ts";

interface Props {
  readonly library: ReturnType<typeof useLibrary>;
  /** Whether only some files are looked for. */
  readonly isSearch: boolean;
  readonly onChoose: (media: Media) => void;
}

/** What was found, and more of it. */
export function Found({ library, isSearch, onChoose }: Props) {
  const words = useWords(WORDS);
  const shell = useWords();
  const { items, next, problem, again, more } = library;
  if (problem) return <Said problem={problem} onAgain={again} />;
  if (!items) return <Busy />;
  if (items.length === 0) return <Empty>{isSearch ? words.nothing : words.empty}</Empty>;
  return (
    <>
      <MediaGrid items={items} onChoose={onChoose} />
      {next && <Button onClick={more}>{shell.more}</Button>}
    </>
  );
}
