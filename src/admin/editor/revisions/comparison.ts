import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { styleNonce } from "../../nonce.ts";
import { writing } from "../surface/look.ts";

export interface Comparison {
  /** What the right side says by now. */
  text(): string;
  close(): void;
}

interface ComparisonOptions {
  readonly parent: HTMLElement;
  readonly left: string;
  readonly right: string;
  readonly labels: readonly [left: string, right: string];
  /** "$" stands for the number of lines that are folded. */
  readonly foldedLabel: string;
  /** Whether the right side can be written in. */
  readonly isEditable: boolean;
  changed(): void;
}

/** Two texts side by side, what differs marked; what is the same for long is folded. */
export function compare(options: ComparisonOptions): Comparison {
  const { parent, left, right, labels, foldedLabel, isEditable, changed } = options;
  const side = (doc: string, label: string, editable: boolean) => ({
    doc,
    extensions: [
      ...[writing, EditorView.lineWrapping, EditorView.cspNonce.of(styleNonce())],
      EditorState.phrases.of({ "$ unchanged lines": foldedLabel }),
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      ...[EditorView.editable.of(editable), EditorState.readOnly.of(!editable)],
      EditorView.updateListener.of(({ docChanged }) => docChanged && changed()),
    ],
  });
  const view = new MergeView({
    ...{ parent, a: side(left, labels[0], false), b: side(right, labels[1], isEditable) },
    ...(isEditable && { revertControls: "a-to-b" as const }),
    ...{ gutter: false, collapseUnchanged: { margin: 3, minSize: 6 } },
  });
  return { text: () => view.b.state.doc.toString(), close: () => view.destroy() };
}
