import { insertNewlineContinueMarkupCommand } from "@codemirror/lang-markdown";
import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { Command, EditorView } from "@codemirror/view";

/** An empty item ends its list, and never sets it wider. */
const goOn = insertNewlineContinueMarkupCommand({ nonTightLists: false });

/** Where lines stand under each other for a reason. */
const LINES = /^(FencedCode|CodeBlock|HTMLBlock|CommentBlock|Table|ListItem|Blockquote)$/;

/**
 * Enter begins a paragraph, which in Markdown needs a blank line; in a list it begins the next item, and in an empty item it ends
 * the list.
 */
export const enter: Command = (view) => {
  const { state } = view;
  const { main } = state.selection;
  if (state.selection.ranges.length > 1 || state.readOnly) return false;
  const line = state.doc.lineAt(main.head);
  if (isAmongLines(state)) {
    const done = goOn(view);
    if (done) partFromList(view, line.text);
    return done;
  }
  const above = line.number > 1 ? state.doc.line(line.number - 1).text.trim() : "";
  const isBlank = line.text.trim() === "";
  // The blank line is there already.
  if (isBlank && above === "" && main.empty && line.number > 1) return true;
  const breaks = isBlank || main.head === line.from ? "\n" : "\n\n";
  view.dispatch(state.replaceSelection(breaks), { scrollIntoView: true, userEvent: "input" });
  return true;
};

/** Shift and Enter begin a line of the same paragraph. */
export const breakLine: Command = (view) => {
  const { state } = view;
  const isPlain = !isAmongLines(state) && /\S$/.test(state.sliceDoc(0, state.selection.main.from));
  const text = isPlain ? "\\\n" : "\n";
  view.dispatch(state.replaceSelection(text), { scrollIntoView: true, userEvent: "input" });
  return true;
};

function isAmongLines(state: EditorState): boolean {
  const { head } = state.selection.main;
  // An empty item belongs to its list, though the tree may end before it.
  if (/^\s*([-*+]|\d+[.)]|>)\s/.test(state.doc.lineAt(head).text)) return true;
  for (let node = syntaxTree(state).resolveInner(head, -1); node.parent; node = node.parent)
    if (LINES.test(node.name)) return true;
  return false;
}

/** What is typed right below a list would be read as a part of it. */
function partFromList(view: EditorView, before: string): void {
  const { state } = view;
  const line = state.doc.lineAt(state.selection.main.head);
  const wasEmptyItem = /^\s*([-*+]|\d+[.)]|>)\s*$/.test(before);
  if (!wasEmptyItem || line.text.trim() !== "" || line.number === 1) return;
  if (state.doc.line(line.number - 1).text.trim() === "") return;
  view.dispatch(state.replaceSelection("\n"), { userEvent: "input" });
}
