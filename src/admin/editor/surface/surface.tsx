import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "preact/hooks";
import { useDesk } from "../desk.ts";
import type { Receiver } from "./paste.ts";
import { openSurface } from "./view.ts";

interface SurfaceProps extends Receiver {
  /** At the beginning; later the surface knows best. */
  readonly text: string;
  readonly lang: string;
  readonly onReady: (view: EditorView) => void;
  readonly onChange: (text: string) => void;
  readonly onMove: (state: EditorState) => void;
  readonly onLink: () => void;
}

/** Where the text is written. */
export function Surface(props: SurfaceProps) {
  const { words } = useDesk();
  const parent = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    if (!parent.current) return;
    const { text, lang, onReady } = latest.current;
    const view = openSurface({
      ...{ parent: parent.current, text, lang, placeholder: words.begin, label: words.text },
      changed: (typed) => latest.current.onChange(typed),
      moved: (state) => latest.current.onMove(state),
      editLink: () => latest.current.onLink(),
      pictures: (...given) => latest.current.pictures(...given),
      complain: () => latest.current.complain(),
    });
    onReady(view);
    return () => view.destroy();
  }, []);
  return <div ref={parent} class="ed-surface" />;
}

/** Puts another text in the place of all that stands there; taking it back is one step. */
export function setText(view: EditorView, text: string): void {
  if (view.state.doc.toString() === text) return;
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}
