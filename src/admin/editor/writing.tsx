import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import type { PostFields } from "../../admin-api/posts.ts";
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
  const [link, setLink] = useState<LinkPlace | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const pictures = usePictures();
  const openLink = () => view.current && setLink(linkPlace(view.current.state));
  const use = (run: Tool["run"]) => {
    if (run === "link") return openLink();
    if (run === "picture") return picker.current?.click();
    if (!view.current) return;
    run(view.current);
    view.current.focus();
  };
  const setPlace = (place: LinkPlace, text: string, address: string) => {
    setLink(null);
    view.current?.dispatch(putLink(place, text, address));
    focusSoon(view.current);
  };
  return (
    <>
      <Toolbar state={cursor} use={(run) => void use(run)} />
      <PicturePicker
        input={picker}
        onPick={(files) =>
          view.current && pictures.store(view.current, files, view.current.state.selection.main.to)
        }
      />
      <div class="ed-sheet">
        <TitleField {...{ fields, change }} onEnter={() => view.current?.focus()} />
        <Surface
          {...{ text: fields.markdown, lang: fields.lang, onReady, onMove, onLink: openLink }}
          onChange={(markdown) => change({ markdown })}
          pictures={pictures.store}
          complain={() => tell(words.picture.broken)}
        />
      </div>
      {link && (
        <LinkDialog
          place={link}
          onSet={(text, address) => setPlace(link, text, address)}
          onClose={() => setLink(null)}
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

/** When the dialog is gone: below it nothing takes the keyboard. */
const focusSoon = (view: EditorView | null) => setTimeout(() => view?.focus());

interface PickerProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onPick: (files: File[]) => void;
}

/** The browser's dialog for files; the button for it stands in the toolbar. */
function PicturePicker({ input, onPick }: PickerProps) {
  const { words } = useDesk();
  return (
    <input
      ref={input}
      {...{ type: "file", accept: "image/*", multiple: true, hidden: true }}
      aria-label={words.tools.picture}
      onChange={({ currentTarget }) => {
        onPick([...(currentTarget.files ?? [])]);
        currentTarget.value = "";
      }}
    />
  );
}
