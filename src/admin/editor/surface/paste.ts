import { EditorView } from "@codemirror/view";
import { insertBlock } from "./insert.ts";
import { nodeAround } from "./marks.ts";

/** What a paste or a drop needs of the editor. */
export interface Receiver {
  /** Pictures to be stored, in their order, to stand at this place. */
  pictures(view: EditorView, files: readonly File[], at: number): void;
  /** Something could not be read. */
  complain(): void;
}

/** Whether markup says more than its words. */
const SAYS_MORE =
  /<(a\s[^>]*href|b|strong|i|em|h[1-6]|[uo]l|table|pre|code|blockquote|img|del|s|sup|sub|hr)\b|mso-list:|font-weight:\s*(bold|[6-9]00)|font-style:\s*italic/i;

/** Markdown that is more than words within a paragraph. */
const BLOCKS = /\n|^(#{1,6} |[-*+] |\d+[.)] |> |\||```|---|!\[)/;

/** Pasted markup becomes Markdown, pictures are stored; all else is pasted as ever. */
export const receive = (receiver: Receiver) =>
  EditorView.domEventHandlers({
    paste: (event, view) => {
      const { clipboardData } = event;
      const { from, to } = view.state.selection.main;
      return take(clipboardData, view, { from, to }, receiver, event);
    },
    drop: (event, view) => {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length;
      const files = picturesOf(event.dataTransfer);
      if (files.length === 0) return false;
      event.preventDefault();
      receiver.pictures(view, files, at);
      return true;
    },
  });

function take(
  data: DataTransfer | null,
  view: EditorView,
  range: { from: number; to: number },
  receiver: Receiver,
  event: Event,
): boolean {
  if (!data) return false;
  const html = data.getData("text/html");
  const isCode =
    data.types.includes("vscode-editor-data") ||
    nodeAround(view.state, range.from, range.to, "FencedCode") !== null;
  const isMarkup = !isCode && SAYS_MORE.test(html);
  const files = picturesOf(data);
  // Programs put a picture of the text beside the text.
  if (files.length > 0 && !data.getData("text/plain").trim()) {
    event.preventDefault();
    receiver.pictures(view, files, range.to);
    return true;
  }
  if (!isMarkup) return false;
  event.preventDefault();
  void insertMarkup(view, html, receiver);
  return true;
}

const picturesOf = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => /^image\/(?!svg)/.test(type));

async function insertMarkup(view: EditorView, html: string, receiver: Receiver): Promise<void> {
  try {
    const { strangersMarkdown } = await import("../../../markup/to-markdown.ts");
    const { markdown, pictures } = strangersMarkdown(html);
    const text = BLOCKS.test(markdown)
      ? insertBlock(view.state, markdown)
      : view.state.replaceSelection(markdown);
    view.dispatch(text, { userEvent: "input.paste", scrollIntoView: true });
    const files = pictures.flatMap(({ src, alt }, at) => fileOf(src, alt || `${at + 1}`) ?? []);
    if (files.length > 0) receiver.pictures(view, files, view.state.selection.main.head);
  } catch {
    receiver.complain();
  }
}

/** A picture whose bytes are in its address; null for one on a disk, which no page may read. */
function fileOf(src: string, name: string): File | null {
  const [, type, bytes] = /^data:(image\/(?:png|jpeg|gif|webp|avif));base64,(.+)$/s.exec(src) ?? [];
  if (!type || !bytes) return null;
  try {
    const binary = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
    return new File([binary], `${name}.${type.slice(6)}`, { type });
  } catch {
    return null;
  }
}
