import { syntaxTree } from "@codemirror/language";
import {
  type ChangeSpec,
  EditorSelection,
  type EditorState,
  type TransactionSpec,
} from "@codemirror/state";

type SyntaxNode = ReturnType<typeof syntaxTree>["topNode"];

/** A mark around words. */
export interface Mark {
  readonly sign: string;
  /** As the syntax tree names it, and its signs. */
  readonly node: string;
  readonly signNode: string;
}

export const BOLD: Mark = { sign: "**", node: "StrongEmphasis", signNode: "EmphasisMark" };
export const ITALIC: Mark = { sign: "*", node: "Emphasis", signNode: "EmphasisMark" };
export const STRUCK: Mark = { sign: "~~", node: "Strikethrough", signNode: "StrikethroughMark" };
export const CODE: Mark = { sign: "`", node: "InlineCode", signNode: "CodeMark" };

/** Puts the mark around what is selected, line by line, or around the word at the cursor; takes it away where it is. */
export function toggleMark(state: EditorState, mark: Mark): TransactionSpec {
  return {
    ...state.changeByRange((range) => {
      const around = nodeAround(state, range.from, range.to, mark.node);
      const changes = around ? signsOf(around, mark) : wrapped(state, range, mark);
      const set = state.changes(changes);
      const [from, to] = [set.mapPos(range.from, 1), set.mapPos(range.to, range.empty ? 1 : -1)];
      const isNew = !around && changes.length === 1;
      const at = range.from + mark.sign.length;
      return {
        changes,
        range: isNew ? EditorSelection.cursor(at) : EditorSelection.range(from, Math.max(from, to)),
      };
    }),
    scrollIntoView: true,
    userEvent: "input.mark",
  };
}

/** The innermost node of this name that holds both ends. */
export function nodeAround(
  state: EditorState,
  from: number,
  to: number,
  name: string,
): SyntaxNode | null {
  for (const side of [-1, 1] as const) {
    let node: SyntaxNode | null = syntaxTree(state).resolveInner(from, side);
    while (node && !(node.name === name && node.from <= from && node.to >= to)) node = node.parent;
    if (node) return node;
  }
  return null;
}

const signsOf = (node: SyntaxNode, { signNode }: Mark): ChangeSpec[] =>
  node.getChildren(signNode).map(({ from, to }) => ({ from, to }));

/** What a line begins with that is not its words. */
const LINE_START = /^\s*(?:>\s*)*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+|#{1,6}\s+)?/;

function wrapped(
  state: EditorState,
  range: { from: number; to: number; empty: boolean },
  { sign }: Mark,
): ChangeSpec[] {
  const word = range.empty ? state.wordAt(range.from) : null;
  if (range.empty && !word) return [{ from: range.from, insert: sign + sign }];
  const { from, to } = word ?? range;
  const changes: ChangeSpec[] = [];
  for (let at = from; at <= to; ) {
    const line = state.doc.lineAt(at);
    const start = Math.max(from, line.from + (LINE_START.exec(line.text)?.[0].length ?? 0));
    const end = Math.min(to, line.to);
    const text = state.sliceDoc(start, Math.max(start, end));
    const blank = text.length - text.trimStart().length;
    if (text.trim()) {
      changes.push({ from: start + blank, insert: sign });
      changes.push({ from: start + text.trimEnd().length, insert: sign });
    }
    at = line.to + 1;
  }
  return changes.length > 0 ? changes : [{ from, insert: sign + sign }];
}
