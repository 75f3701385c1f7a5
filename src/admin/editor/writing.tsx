import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { PostFields } from "../../admin-api/posts.ts";
import { MediaPicker } from "../media/picker.tsx";
import { useDesk } from "./desk.ts";
import { type LinkPlace, linkPlace, putLink } from "./surface/insert.ts";
import { Surface } from "./surface/surface.tsx";
import { usePictures } from "./surface/use-pictures.ts";
import { TitleField } from "./title-field.tsx";
import { AltDialog } from "./toolbar/alt-dialog.tsx";
import { LinkDialog } from "./toolbar/link-dialog.tsx";
import { Toolbar } from "./toolbar/toolbar.tsx";
import type { Tool } from "./toolbar/tools.ts";

interface WritingProps {
  readonly fields: PostFields;
  readonly change: (part: Partial<PostFields>) => void;
  readonly view: RefObject<EditorView | null>;
  readonly cursor: EditorState | null;
  readonly onReady: (view: EditorView) => void;
  readonly onMove: (state: EditorState) => void;
}

/** Toolbar, title and text. */
export function Writing({ fields, change, view, cursor, onReady, onMove }: WritingProps) {
  const { words, tell } = useDesk();
  const link = useLinkDialog(view);
  const [isPicking, setPicking] = useState(false);
  const pictures = usePictures();
  const use = (run: Tool["run"]) => {
    if (run === "link") return link.open();
    if (run === "picture") return setPicking(true);
    if (!view.current) return;
    run(view.current);
    view.current.focus();
  };
  return (
    <>
      <Toolbar state={cursor} use={(run) => void use(run)} />
      <div class="ed-sheet">
        <TitleField {...{ fields, change }} onEnter={() => view.current?.focus()} />
        <Surface
          {...{ text: fields.markdown, lang: fields.lang, onReady, onMove, onLink: link.open }}
          onChange={(markdown) => change({ markdown })}
          pictures={pictures.store}
          complain={() => tell(words.picture.broken)}
        />
      </div>
      {link.dialog}
      {isPicking && (
        <MediaPicker
          type="image"
          onChoose={(picture) => {
            setPicking(false);
            if (view.current) pictures.place(view.current, picture);
          }}
          onClose={() => setPicking(false)}
        />
      )}
      {pictures.asked && (
        <AltDialog
          key={pictures.asked.picture.key}
          picture={pictures.asked.picture}
          onSet={(alt) => pictures.asked && pictures.setAlt(pictures.asked, alt)}
        />
      )}
    </>
  );
}

/** Asks for the link at the cursor, and sets it. */
function useLinkDialog(view: RefObject<EditorView | null>) {
  const [place, setPlace] = useState<LinkPlace | null>(null);
  const set = (words: string, address: string) => {
    setPlace(null);
    if (place) view.current?.dispatch(putLink(place, words, address));
    focusSoon(view.current);
  };
  return {
    open: () => {
      if (view.current) setPlace(linkPlace(view.current.state));
    },
    dialog: place && <LinkDialog place={place} onSet={set} onClose={() => setPlace(null)} />,
  };
}

/** When the dialog is gone: below it nothing takes the keyboard. */
const focusSoon = (view: EditorView | null) => setTimeout(() => view?.focus());
