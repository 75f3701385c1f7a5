import { useMemo, useState } from "preact/hooks";
import type { Media } from "../../admin-api/media.ts";
import { useShortcuts } from "../keys.ts";
import { Button } from "../parts/button.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { toast } from "../parts/toasts.tsx";
import { useWords } from "../words.ts";
import { ChooseFiles, useDroppedFiles } from "./choose-files.tsx";
import { MediaDetail } from "./detail.tsx";
import { Found } from "./found.tsx";
import { type Kind, useLibrary } from "./library.ts";
import { WORDS } from "./media-words.ts";
import { MediaSearch } from "./search.tsx";
import { forgetUnfinished, listUnfinished } from "./unfinished.ts";
import { UploadList, useUploads } from "./uploads.tsx";

/** The library: pictures, sound and other files of the blog. */
export function MediaPage() {
  const words = useWords(WORDS);
  const [typed, setTyped] = useState("");
  const [kind, setKind] = useState<Kind>("all");
  const [open, setOpen] = useState<Media | null>(null);
  const library = useLibrary(typed.trim(), kind);
  const uploads = useUploads((media) => {
    library.put(media);
    toast(words.uploaded(media.name));
  });
  const isOver = useDroppedFiles(uploads.add);
  useMediaKeys();
  return (
    <div class={isOver ? "media-page over" : "media-page"}>
      <PageHead title={words.title}>
        <ChooseFiles onFiles={uploads.add} />
      </PageHead>
      <p class="hint">{isOver ? words.drop : words.dropHint}</p>
      <Unfinished isBusy={uploads.rows.length > 0} />
      <UploadList uploads={uploads} />
      <MediaSearch words={typed} onWords={setTyped} kind={kind} onKind={setKind} />
      <Found
        library={library}
        isSearch={typed.trim() !== "" || kind !== "all"}
        onChoose={setOpen}
      />
      {open && (
        <MediaDetail
          key={open.key}
          media={open}
          onClose={() => setOpen(null)}
          onChanged={(media) => {
            library.put(media);
            setOpen(media);
          }}
          onRemoved={(key) => {
            library.drop(key);
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}

function useMediaKeys(): void {
  const { keys } = useWords(WORDS);
  const shortcuts = useMemo(
    () => [
      { keys: "/", does: keys.search, run: () => find<HTMLInputElement>("[type=search]")?.focus() },
      { keys: "u", does: keys.upload, run: () => find("[data-media-input]")?.click() },
    ],
    [keys],
  );
  useShortcuts(shortcuts);
}

const find = <Tag extends HTMLElement>(selector: string): Tag | null =>
  document.querySelector<Tag>(`.media-page ${selector}`);

/** What broke off in this browser, until it is chosen again. */
function Unfinished({ isBusy }: { readonly isBusy: boolean }) {
  const words = useWords(WORDS);
  const [names, setNames] = useState(listUnfinished);
  if (isBusy || names.length === 0) return null;
  const forget = () => {
    for (const name of names) forgetUnfinished(name);
    setNames([]);
  };
  return (
    <p class="notice">
      {words.unfinished(names)}{" "}
      <Button look="bare" onClick={forget}>
        {words.forget}
      </Button>
    </p>
  );
}
