import { redo, undo } from "@codemirror/commands";
import type { EditorState } from "@codemirror/state";
import type { Command } from "@codemirror/view";
import type { EditorWords } from "../../../i18n/admin/de/editor.ts";
import { insertBlock, insertCodeBlock, insertFootnote } from "../surface/insert.ts";
import { type LineKind, lineIs, toggleLines } from "../surface/lines.ts";
import { BOLD, CODE, ITALIC, type Mark, nodeAround, STRUCK, toggleMark } from "../surface/marks.ts";
import { runs } from "../surface/view.ts";

/** A button of the toolbar. */
export interface Tool {
  readonly name: Exclude<keyof EditorWords["tools"], "name" | "preview">;
  /** As it is said: "Mod" is Ctrl, or the command key. */
  readonly keys?: string;
  /** What it does; "link" and "picture" ask first. */
  readonly run: Command | "link" | "picture";
  /** Whether the cursor stands in such a thing. */
  readonly isSet?: (state: EditorState) => boolean;
}

const mark = (mark: Mark): Pick<Tool, "run" | "isSet"> => ({
  run: runs((state) => toggleMark(state, mark)),
  isSet: (state) => {
    const { from, to } = state.selection.main;
    return nodeAround(state, from, to, mark.node) !== null;
  },
});

const lines = (kind: LineKind): Pick<Tool, "run" | "isSet"> => ({
  run: runs((state) => toggleLines(state, kind)),
  isSet: (state) => lineIs(state, kind),
});

/** Groups, with a gap between them. */
export const TOOLS: readonly (readonly Tool[])[] = [
  [
    { name: "h2", ...lines("h2") },
    { name: "h3", ...lines("h3") },
  ],
  [
    { name: "bold", keys: "Mod-B", ...mark(BOLD) },
    { name: "italic", keys: "Mod-I", ...mark(ITALIC) },
    { name: "struck", ...mark(STRUCK) },
    { name: "link", keys: "Mod-K", run: "link" },
  ],
  [
    { name: "bullets", ...lines("bullets") },
    { name: "numbers", ...lines("numbers") },
    { name: "quote", ...lines("quote") },
  ],
  [
    { name: "picture", run: "picture" },
    { name: "code", keys: "Mod-E", ...mark(CODE) },
    { name: "codeBlock", run: runs(insertCodeBlock) },
    { name: "footnote", run: runs(insertFootnote) },
    { name: "divider", run: runs((state) => insertBlock(state, "---")) },
    { name: "more", run: runs((state) => insertBlock(state, "<!--more-->")) },
  ],
  [
    { name: "undo", keys: "Mod-Z", run: undo },
    { name: "redo", keys: "Mod-Shift-Z", run: redo },
  ],
];
