import type { ChangeSpec, EditorState, Line, TransactionSpec } from "@codemirror/state";

/** What whole lines can be. */
export type LineKind = "quote" | "bullets" | "numbers" | Heading;
export type Heading = "h2" | "h3" | "h4";

const SIGNS: Readonly<Record<LineKind, RegExp>> = {
  quote: /^>[ \t]?/,
  bullets: /^[-*+][ \t]+/,
  numbers: /^\d{1,9}[.)][ \t]+/,
  h2: /^##[ \t]+/,
  h3: /^###[ \t]+/,
  h4: /^####[ \t]+/,
};
/** A line is one of these at a time; a quotation may hold the others. */
const OTHER = /^(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+|#{1,6}(?:[ \t]+|$))/;

/** Makes the selected lines this, or plain text where all of them are it already. */
export function toggleLines(state: EditorState, kind: LineKind): TransactionSpec {
  const lines = selectedLines(state);
  const full = lines.filter(({ text }) => text.trim() !== "");
  const all = full.length > 0 ? full : lines;
  const isSet = full.length > 0 && full.every(({ text }) => SIGNS[kind].test(text.trimStart()));
  const changes = all.map((line, at): ChangeSpec => {
    const indent = line.text.length - line.text.trimStart().length;
    const rest = line.text.slice(indent);
    const old = (isSet ? SIGNS[kind] : kind === "quote" ? /^(?!)/ : OTHER).exec(rest)?.[0] ?? "";
    const from = line.from + indent;
    return { from, to: from + old.length, insert: isSet ? "" : signOf(kind, at + 1) };
  });
  const set = state.changes([...blankBefore(state, all[0], kind, isSet), ...changes]);
  return {
    changes: set,
    selection: state.selection.map(set, 1),
    scrollIntoView: true,
    userEvent: "input",
  };
}

/** Whether the line at the cursor is this. */
export function lineIs(state: EditorState, kind: LineKind): boolean {
  const { text } = state.doc.lineAt(state.selection.main.head);
  return SIGNS[kind].test(text.trimStart());
}

function signOf(kind: LineKind, number: number): string {
  if (kind === "numbers") return `${number}. `;
  if (kind === "bullets") return "- ";
  return kind === "quote" ? "> " : `${"#".repeat(Number(kind[1]))} `;
}

/** A list or a quotation right below a paragraph would be read as a part of it. */
function blankBefore(
  state: EditorState,
  first: Line | undefined,
  kind: LineKind,
  isSet: boolean,
): ChangeSpec[] {
  if (!first || isSet || first.number === 1) return [];
  const above = state.doc.line(first.number - 1).text.trimStart();
  const same = SIGNS[kind].test(above) || (/^(bullets|numbers)$/.test(kind) && OTHER.test(above));
  return above === "" || same ? [] : [{ from: first.from, insert: "\n" }];
}

function selectedLines(state: EditorState): Line[] {
  const lines: Line[] = [];
  for (const { from, to } of state.selection.ranges) {
    const last = state.doc.lineAt(to).number;
    for (let number = state.doc.lineAt(from).number; number <= last; number++)
      lines.push(state.doc.line(number));
  }
  return lines;
}
