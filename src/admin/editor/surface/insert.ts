import { EditorSelection, type EditorState, type TransactionSpec } from "@codemirror/state";
import { nodeAround } from "./marks.ts";

/** Markdown that stands for itself, with blank lines around it. `cursor`: where in it, from its begin. */
export function insertBlock(
  state: EditorState,
  block: string,
  cursor = block.length,
): TransactionSpec {
  const { from, to } = state.selection.main;
  const [lead, tail] = gapsAround(state, from, to);
  return {
    changes: { from, to, insert: lead + block + tail },
    selection: EditorSelection.cursor(from + lead.length + cursor),
    ...{ scrollIntoView: true, userEvent: "input" },
  };
}

/** What makes blank lines before and behind, where there are none. */
function gapsAround(state: EditorState, from: number, to: number): [lead: string, tail: string] {
  const before = from === 0 ? "\n\n" : state.sliceDoc(Math.max(0, from - 2), from);
  const after = state.sliceDoc(to, to + 2);
  const missing = (near: string, isNear: boolean) =>
    near === "\n\n" ? "" : isNear ? "\n" : "\n\n";
  return [missing(before, before.endsWith("\n")), missing(after, after.startsWith("\n"))];
}

/** What is selected, as code between fences; the cursor stands where its language is named. */
export function insertCodeBlock(state: EditorState): TransactionSpec {
  const { from, to } = state.selection.main;
  const code = state.sliceDoc(from, to);
  const fence = "`".repeat(
    Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)),
  );
  return insertBlock(state, `${fence}\n${code}\n${fence}`, code ? fence.length : fence.length + 1);
}

/** The mark at the cursor, and its footnote at the end of the text, where the cursor goes. */
export function insertFootnote(state: EditorState): TransactionSpec {
  const text = state.doc.toString();
  const numbers = [...text.matchAll(/\[\^(\d{1,6})\]/g)].map(([, number]) => Number(number));
  const number = Math.max(0, ...numbers) + 1;
  const { to } = state.selection.main;
  const isNote = /(^|\n)\[\^[^\]]+\]:[^\n]*\n*$/.test(text);
  const end = text.trimEnd().length;
  const gap = end === 0 ? "" : isNote ? "\n" : "\n\n";
  const note = `${gap}[^${number}]: `;
  const at = Math.max(end, to);
  return {
    changes: [
      { from: to, insert: `[^${number}]` },
      { from: at, to: state.doc.length, insert: note },
    ],
    selection: EditorSelection.cursor(at + `[^${number}]`.length + note.length),
    ...{ scrollIntoView: true, userEvent: "input" },
  };
}

/** A link that is there or is to be made. */
export interface LinkPlace {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly address: string;
}

/** The link around the cursor, or what of the text would become one. */
export function linkPlace(state: EditorState): LinkPlace {
  const { from, to } = state.selection.main;
  const link = nodeAround(state, from, to, "Link");
  const url = link?.getChild("URL");
  if (!link || !url) return { from, to, words: state.sliceDoc(from, to), address: "" };
  const end = link.getChildren("LinkMark")[1];
  const words = state.sliceDoc(link.from + 1, end?.from ?? link.from + 1);
  const address = state.sliceDoc(url.from, url.to).replace(/^<(.*)>$/, "$1");
  return { from: link.from, to: link.to, words, address };
}

export function putLink({ from, to }: LinkPlace, words: string, address: string): TransactionSpec {
  const insert = address ? `[${words || address}](${escapeAddress(address)})` : words;
  return {
    changes: { from, to, insert },
    selection: EditorSelection.cursor(from + insert.length),
    ...{ scrollIntoView: true, userEvent: "input" },
  };
}

/** A picture as a paragraph of its own; one that only decorates has no words. */
export function pictureBlock(state: EditorState, at: number, address: string, alt: string) {
  const [lead, tail] = gapsAround(state, at, at);
  return { from: at, insert: lead + pictureMarkdown(address, alt) + tail };
}

const pictureMarkdown = (address: string, alt: string): string =>
  `![${alt.replace(/[[\]\\]/g, "\\$&").replace(/\s+/g, " ")}](${escapeAddress(address)})`;

const escapeAddress = (address: string): string =>
  /[\s()<>]/.test(address) ? encodeURI(decodeOnce(address)).replace(/[()]/g, escapeSign) : address;

const escapeSign = (sign: string): string => `%${sign.charCodeAt(0).toString(16)}`;

function decodeOnce(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
