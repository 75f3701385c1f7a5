import { StateEffect, StateField, type Transaction } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";

/** What stands in the text while something is on its way. It is no text: it is never saved. */
export interface Waiting {
  /** What it says, for example a file's name. */
  readonly label: string;
  readonly stopLabel: string;
  stop(): void;
}

/** A place in the text that moves with it. */
export interface Place {
  /** 0 to 1. */
  progress(fraction: number): void;
  /** Ends the waiting; the markdown goes where the place is by now. */
  finish(insert: (at: number) => { readonly from: number; readonly insert: string } | null): void;
}

class Line extends WidgetType {
  readonly waiting: Waiting;
  readonly bar = document.createElement("progress");

  constructor(waiting: Waiting) {
    super();
    this.waiting = waiting;
  }

  override toDOM(): HTMLElement {
    const box = document.createElement("span");
    box.className = "waiting";
    const label = document.createElement("span");
    label.textContent = this.waiting.label;
    this.bar.setAttribute("aria-label", this.waiting.label);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.waiting.stopLabel;
    button.addEventListener("click", () => this.waiting.stop());
    box.append(label, this.bar, button);
    return box;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

const add = StateEffect.define<{ at: number; line: Line }>({
  map: ({ at, line }, changes) => ({ at: changes.mapPos(at), line }),
});
const remove = StateEffect.define<Line>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (lines, transaction) => follow(lines.map(transaction.changes), transaction),
  provide: (from) => EditorView.decorations.from(from),
});

export const waitingLines = field;

function follow(lines: DecorationSet, { effects }: Transaction): DecorationSet {
  let followed = lines;
  for (const effect of effects) {
    if (effect.is(add)) {
      const { at, line } = effect.value;
      followed = followed.update({ add: [Decoration.widget({ widget: line, side: 1 }).range(at)] });
    }
    if (effect.is(remove))
      followed = followed.update({
        filter: (_from, _to, { spec }) => spec.widget !== effect.value,
      });
  }
  return followed;
}

/** Shows that something is on its way at this place. */
export function waitAt(view: EditorView, at: number, waiting: Waiting): Place {
  const line = new Line(waiting);
  view.dispatch({ effects: add.of({ at, line }) });
  return {
    progress: (fraction) => {
      line.bar.value = fraction;
    },
    finish: (insert) => {
      const now = placeOf(view, line);
      const change = now === null ? null : insert(now);
      view.dispatch({
        effects: remove.of(line),
        ...(change && { changes: change, userEvent: "input" }),
      });
    },
  };
}

function placeOf(view: EditorView, line: Line): number | null {
  for (let cursor = view.state.field(field).iter(); cursor.value; cursor.next())
    if (cursor.value.spec.widget === line) return cursor.from;
  return null;
}
