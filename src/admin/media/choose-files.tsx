import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { useWords } from "../words.ts";
import { WORDS } from "./media-words.ts";

interface Props {
  /** "image/*" */
  readonly accept?: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that asks for files. */
export function ChooseFiles({ accept = "", onFiles }: Props) {
  const words = useWords(WORDS);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="main" onClick={() => input.current?.click()}>
        {words.upload}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accept}
        data-media-input
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}

/** Takes files that are dropped anywhere on the page, or pasted; gives whether some are held over it. */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const stop = new AbortController();
    const on = <Type extends "dragover" | "dragleave" | "drop" | "paste">(
      type: Type,
      run: (event: DocumentEventMap[Type]) => void,
    ) => document.addEventListener(type, run, { signal: stop.signal });
    on("dragover", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    });
    on("dragleave", ({ relatedTarget }) => relatedTarget === null && setOver(false));
    on("drop", (event) => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      take.current(files);
    });
    on("paste", ({ clipboardData }) => {
      const files = [...(clipboardData?.files ?? [])];
      if (files.length > 0) take.current(files);
    });
    return () => stop.abort();
  }, []);
  return isOver;
}
