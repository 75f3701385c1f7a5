import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
} from "@codemirror/commands";
import { EditorState, type Extension, Prec, type TransactionSpec } from "@codemirror/state";
import { type Command, EditorView, keymap, placeholder } from "@codemirror/view";
import { styleNonce } from "../../nonce.ts";
import { breakLine, enter } from "./enter.ts";
import { writing } from "./look.ts";
import { BOLD, CODE, ITALIC, type Mark, nodeAround, toggleMark } from "./marks.ts";
import { type Receiver, receive } from "./paste.ts";
import { waitingLines } from "./waiting.ts";

export interface SurfaceOptions extends Receiver {
  readonly parent: HTMLElement;
  readonly text: string;
  /** What is said before something is written, and to whom cannot see. */
  readonly placeholder: string;
  readonly label: string;
  readonly lang: string;
  changed(text: string): void;
  /** The cursor moved: buttons show where it stands. */
  moved(state: EditorState): void;
  editLink(): void;
}

/** The writing surface. */
export function openSurface(options: SurfaceOptions): EditorView {
  const state = EditorState.create({ doc: options.text, extensions: extensionsOf(options) });
  return new EditorView({ state, parent: options.parent });
}

/** A command that makes a transaction of the state. */
export const runs =
  (make: (state: EditorState) => TransactionSpec): Command =>
  (view) => {
    view.dispatch(make(view.state));
    return true;
  };

const asked =
  (run: () => void): Command =>
  () => {
    run();
    return true;
  };

const marks = (mark: Mark): Command => runs((state) => toggleMark(state, mark));

function extensionsOf(options: SurfaceOptions): Extension[] {
  return [
    EditorView.cspNonce.of(styleNonce()),
    ...[history(), writing, waitingLines, receive(options), EditorView.lineWrapping],
    placeholder(options.placeholder),
    EditorView.contentAttributes.of({
      ...{ "aria-label": options.label, lang: options.lang },
      ...{ spellcheck: "true", autocorrect: "on", autocapitalize: "sentences" },
    }),
    Prec.highest(keymap.of([{ key: "Enter", run: enter, shift: breakLine }])),
    keymap.of([
      { key: "Mod-b", run: marks(BOLD) },
      { key: "Mod-i", run: marks(ITALIC) },
      { key: "Mod-e", run: marks(CODE) },
      { key: "Mod-k", run: asked(options.editLink) },
      { key: "Tab", run: inList(indentMore), shift: inList(indentLess) },
      ...defaultKeymap.filter(({ key }) => !OURS.test(key ?? "")),
      ...historyKeymap,
    ]),
    EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
      if (docChanged) options.changed(state.doc.toString());
      if (docChanged || selectionSet) options.moved(state);
    }),
  ];
}

/** Keys of the application that mean something else there. */
const OURS = /^Mod-(i|\/|Enter)$/;

/** Everywhere else Tab leaves the text, as it leaves every field. */
const inList =
  (command: Command): Command =>
  (view) => {
    const { from, to } = view.state.selection.main;
    const isItem = nodeAround(view.state, from, to, "ListItem") !== null;
    return isItem && command(view);
  };
