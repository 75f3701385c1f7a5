import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { EditorState, type Transaction, type TransactionSpec } from "@codemirror/state";
import type { Command, EditorView } from "@codemirror/view";
import { expect, test } from "vitest";
import { breakLine, enter } from "../../src/admin/editor/surface/enter.ts";

/** What stands there after the key was pressed at "‸" so many times. */
function after(text: string, command: Command, times = 1): string {
  const at = text.indexOf("‸");
  const view = {
    state: EditorState.create({
      doc: text.replace("‸", ""),
      selection: { anchor: at },
      extensions: [markdown({ base: markdownLanguage })],
    }),
    dispatch: (made: TransactionSpec | Transaction) => {
      view.state = "state" in made ? made.state : view.state.update(made).state;
    },
  };
  for (let time = 0; time < times; time++) command(view as unknown as EditorView);
  const { head } = view.state.selection.main;
  const doc = view.state.doc.toString();
  return `${doc.slice(0, head)}‸${doc.slice(head)}`;
}

test("Enter begins a paragraph, and pressed again it adds nothing", () => {
  expect(after("Absatz‸", enter)).toBe("Absatz\n\n‸");
  expect(after("Absatz‸", enter, 2)).toBe("Absatz\n\n‸");
  expect(after("## Titel‸", enter)).toBe("## Titel\n\n‸");
});

test("Enter begins the next item, and in an empty one it ends the list with a blank line", () => {
  expect(after("- Hacke‸", enter)).toBe("- Hacke\n- ‸");
  expect(after("1. Hacke‸", enter)).toBe("1. Hacke\n2. ‸");
  expect(after("- Hacke‸", enter, 2)).toBe("- Hacke\n\n‸");
});

test("Enter in code is what it is everywhere", () => {
  expect(after("```\nlet a;‸\n```", enter)).toBe("```\nlet a;‸\n```");
});

test("Shift and Enter break a line within its paragraph", () => {
  expect(after("eins‸", breakLine)).toBe("eins\\\n‸");
});
