import type { EditorView } from "@codemirror/view";
import { useState } from "preact/hooks";
import { type Picture, pictureAddress, sentenceOf, useDesk } from "../desk.ts";
import { pictureBlock } from "./insert.ts";
import { type Place, waitAt } from "./waiting.ts";

/** A picture that is stored, and waits for its words. */
interface Asked {
  readonly picture: Picture;
  readonly view: EditorView;
  readonly place: Place;
}

/** Stores pictures where they were dropped, and asks for each what it shows. */
export function usePictures() {
  const desk = useDesk();
  const { words, upload, tell } = desk;
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const storeOne = async (view: EditorView, file: File, at: number) => {
    const control = new AbortController();
    const place = waitAt(view, at, {
      label: words.picture.waiting(file.name),
      stopLabel: words.picture.stop,
      stop: () => control.abort(),
    });
    try {
      const onProgress = (fraction: number) => place.progress(fraction);
      const picture = await upload(file, { onProgress, signal: control.signal });
      setAsked((before) => [...before, { picture, view, place }]);
    } catch (problem) {
      place.finish(() => null);
      if (control.signal.aborted) return;
      tell(`${words.picture.failed(file.name)} ${sentenceOf(problem, desk)}`);
    }
  };
  return {
    /** Whose words are asked for now. */
    asked: asked[0] ?? null,
    store: (view: EditorView, files: readonly File[], at: number) => {
      for (const file of files) void storeOne(view, file, at);
    },
    /** One that is stored already goes where the cursor is. */
    place: (view: EditorView, picture: Picture) => {
      const { to } = view.state.selection.main;
      const place: Place = {
        progress: () => {},
        finish: (insert) => {
          const change = insert(to);
          if (change) view.dispatch({ changes: change, userEvent: "input" });
        },
      };
      setAsked((before) => [...before, { picture, view, place }]);
    },
    setAlt: ({ picture, view, place }: Asked, alt: string) => {
      place.finish((at) => pictureBlock(view.state, at, pictureAddress(picture), alt));
      setAsked(([, ...rest]) => rest);
      // When the dialog is gone: below it nothing takes the keyboard.
      setTimeout(() => view.focus());
    },
  };
}
