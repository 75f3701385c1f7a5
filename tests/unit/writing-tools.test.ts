import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { EditorSelection, EditorState, type TransactionSpec } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import {
  insertBlock,
  insertCodeBlock,
  insertFootnote,
  linkPlace,
  pictureBlock,
  putLink,
} from "../../src/admin/editor/surface/insert.ts";
import { toggleLines } from "../../src/admin/editor/surface/lines.ts";
import { BOLD, CODE, ITALIC, toggleMark } from "../../src/admin/editor/surface/marks.ts";

/** A text with "‹" and "›" where its selection begins and ends, or "‸" where its cursor is. */
function stateOf(text: string): EditorState {
  const plain = text.replace(/[‹›‸]/g, "");
  const from = text.search(/[‹‸]/);
  const to = text.includes("›") ? text.indexOf("›") - 1 : from;
  const extensions = [markdown({ base: markdownLanguage })];
  return EditorState.create({ doc: plain, selection: EditorSelection.range(from, to), extensions });
}

function after(text: string, make: (state: EditorState) => TransactionSpec): string {
  const { state } = stateOf(text).update(make(stateOf(text)));
  const { from, to } = state.selection.main;
  const [doc, mark] = [state.doc.toString(), from === to ? "‸" : ""];
  if (mark) return doc.slice(0, from) + mark + doc.slice(from);
  return `${doc.slice(0, from)}‹${doc.slice(from, to)}›${doc.slice(to)}`;
}

const marked = (text: string, mark = BOLD) => after(text, (state) => toggleMark(state, mark));
const lined = (text: string, kind: Parameters<typeof toggleLines>[1]) =>
  after(text, (state) => toggleLines(state, kind));

describe("a mark", () => {
  test("goes around what is selected, without the blanks at its edges", () => {
    expect(marked("ein‹ Wort ›hier")).toBe("ein‹ **Wort** ›hier");
  });
  test("goes around the word at the cursor", () => {
    expect(marked("ein Wo‸rt", ITALIC)).toBe("ein *Wo‸rt*");
  });
  test("is taken away where it is", () => {
    expect(marked("ein **Wo‸rt** hier")).toBe("ein Wo‸rt hier");
    expect(marked("`co‸de`", CODE)).toBe("co‸de");
  });
  test("opens around the cursor where nothing is", () => {
    expect(marked("a ‸")).toBe("a **‸**");
  });
  test("stands in each line, and not around what makes a list of them", () => {
    expect(marked("‹- eins\n- zwei›").replace(/[‹›]/g, "")).toBe("- **eins**\n- **zwei**");
  });
});

describe("lines", () => {
  test("become a list, and plain again", () => {
    expect(lined("‹eins\nzwei›", "bullets").replace(/[‹›]/g, "")).toBe("- eins\n- zwei");
    expect(lined("‹- eins\n- zwei›", "bullets").replace(/[‹›]/g, "")).toBe("eins\nzwei");
  });
  test("are numbered, whatever they were", () => {
    expect(lined("‹- eins\n\n## zwei›", "numbers").replace(/[‹›]/g, "")).toBe("1. eins\n\n2. zwei");
  });
  test("become a heading in the place of another", () => {
    expect(lined("### Ti‸tel", "h2")).toBe("## Ti‸tel");
  });
  test("keep their list in a quotation", () => {
    expect(lined("- ei‸ns", "quote")).toBe("> - ei‸ns");
  });
  test("are parted from the paragraph above them", () => {
    expect(lined("Absatz\nei‸ns", "bullets")).toBe("Absatz\n\n- ei‸ns");
  });
});

test("a block has blank lines around it", () => {
  expect(after("oben‸unten", (state) => insertBlock(state, "---"))).toBe("oben\n\n---‸\n\nunten");
});

test("code that holds a fence gets a longer one", () => {
  expect(after("‹```\na\n```›", insertCodeBlock)).toContain("````‸\n```\na\n```\n````");
});

test("a footnote gets the next number, and the cursor goes to its text", () => {
  expect(after("a[^1] b‸ c\n\n[^1]: eins", insertFootnote)).toBe(
    "a[^1] b[^2] c\n\n[^1]: eins\n[^2]: ‸",
  );
  expect(after("a‸", insertFootnote)).toBe("a[^1]\n\n[^1]: ‸");
});

test("a link is found around the cursor, changed and taken away", () => {
  const state = stateOf("ein [Wo‸rt](https://a.example/) hier");
  expect(linkPlace(state)).toMatchObject({ words: "Wort", address: "https://a.example/" });
  const set = (words: string, address: string) =>
    after("ein [Wo‸rt](https://a.example/) hier", (now) => putLink(linkPlace(now), words, address));
  expect(set("Wort", "/x (y)/")).toBe("ein [Wort](/x%20%28y%29/)‸ hier");
  expect(set("Wort", "")).toBe("ein Wort‸ hier");
});

test("a picture is a paragraph, and its words break nothing", () => {
  const { from, insert } = pictureBlock(stateOf("a‸b"), 1, "/media/1/b.png", "[x]\ny");
  expect([from, insert]).toEqual([1, "\n\n![\\[x\\] y](/media/1/b.png)\n\n"]);
});
