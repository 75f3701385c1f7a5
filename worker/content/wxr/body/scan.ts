import { type Piece, pairTokens, type Token, type Vocabulary } from "./pieces.ts";
import { readTag, type Tag } from "./tag.ts";

/** Deeper nesting is nobody's writing. */
const MAX_DEPTH = 20;

/**
 * Finds the shortcodes of a text in one pass. Tags of HTML, comments and code are passed over; `[[name]]` is text, and so is
 * what merely stands in brackets.
 */
export function scanShortcodes(source: string, words: Vocabulary): Piece[] {
  const scanner = new Scanner(source, words);
  return scanner.pieces(0, scanner.tokens.length, 0, source.length, 0);
}

class Scanner {
  readonly tokens: Token[] = [];
  readonly #source: string;
  readonly #lower: string;
  readonly #words: Vocabulary;
  /** Closing marks that do not come again, so that nobody looks for them twice. */
  readonly #gone = new Set<string>();
  /** Brackets that only keep a shortcode from working: where, and how many characters to leave out. */
  readonly #escapes: { readonly at: number; readonly until: number }[] = [];
  #passed = 0;

  constructor(source: string, words: Vocabulary) {
    this.#source = source;
    this.#lower = source.toLowerCase();
    this.#words = words;
    this.#tokenise();
    pairTokens(this.tokens);
  }

  /** The tokens from `from` to `to`, and the text from `start` to `end` around them. */
  pieces(from: number, to: number, start: number, end: number, depth: number): Piece[] {
    const pieces: Piece[] = [];
    let at = start;
    for (let index = from; index < to; index++) {
      const token = this.tokens[index] as Token;
      if (token.start < at) continue;
      const close = token.close < to ? this.tokens[token.close] : undefined;
      if (token.tag.closing || !this.#isShortcode(token, Boolean(close)) || depth > MAX_DEPTH)
        continue;
      pieces.push(this.#text(at, token.start));
      const stop = close?.start ?? token.end;
      const inner = close && this.pieces(index + 1, token.close, token.end, stop, depth + 1);
      const verbatim = this.#source.slice(token.end, stop);
      pieces.push({ tag: token.tag, inner: inner ?? null, source: verbatim });
      at = close?.end ?? token.end;
      if (close) index = token.close;
    }
    pieces.push(this.#text(at, end));
    return pieces.filter((piece) => piece !== "");
  }

  #tokenise(): void {
    const mark = /[[<]/g;
    for (let found = mark.exec(this.#source); found; found = mark.exec(this.#source)) {
      const at = found.index;
      mark.lastIndex = found[0] === "<" ? this.#passHtml(at) : this.#readBracket(at);
    }
  }

  #readBracket(at: number): number {
    const escaped = this.#source[at + 1] === "[";
    const tag = readTag(this.#source, escaped ? at + 1 : at);
    if (!tag) return at + 1;
    if (escaped) return this.#readEscaped(at, tag);
    const verbatim = this.#words.verbatim.has(tag.name) && !tag.closing;
    const close = verbatim ? this.#find(`[/${tag.name}]`, tag.end) : -1;
    this.tokens.push({ tag, start: at, end: tag.end, close: Number.POSITIVE_INFINITY });
    // A verbatim text may hold anything that looks like a tag.
    return close < 0 ? tag.end : close;
  }

  #readEscaped(at: number, tag: Tag): number {
    const single = this.#source[tag.end] === "]";
    const close = single ? tag.end : this.#find(`[/${tag.name}]]`, tag.end);
    if (close < 0) return at + 1;
    const last = single ? tag.end : close + tag.name.length + 3;
    this.#escapes.push({ at, until: at + 1 }, { at: last, until: last + 1 });
    return last + 1;
  }

  /** Past a tag, a comment or a verbatim element; past "<" alone where it is none. */
  #passHtml(at: number): number {
    if (this.#source.startsWith("<!--", at)) return this.#past("-->", at);
    const name = /^<\/?([a-z][a-z0-9]*)/.exec(this.#lower.slice(at, at + 30))?.[1];
    if (!name) return at + 1;
    const verbatim = /^(pre|code|script|style|textarea)$/.test(name);
    if (verbatim && this.#source[at + 1] !== "/") return this.#past(`</${name}`, at);
    return this.#past(">", at);
  }

  #past(mark: string, at: number): number {
    const found = this.#find(mark, at);
    return found < 0 ? at + 1 : found + mark.length;
  }

  #find(mark: string, from: number): number {
    if (this.#gone.has(mark)) return -1;
    const found = this.#lower.indexOf(mark, from);
    if (found < 0) this.#gone.add(mark);
    return found;
  }

  /** A name in brackets alone is a shortcode when it is known, or has a line to itself and looks like code. */
  #isShortcode({ tag, start, end }: Token, closed: boolean): boolean {
    if (closed || tag.void || this.#words.known.has(tag.name) || tag.attributes.size > 0)
      return true;
    if (tag.values.length > 0 || !/^[a-z]/.test(tag.written)) return false;
    const before = this.#source[start - 1] ?? "\n";
    const after = this.#source[end] ?? "\n";
    return /[\n\r>]/.test(before) && /[\n\r<]/.test(after);
  }

  /** Called from left to right, so that each bracket is looked at once. */
  #text(from: number, to: number): string {
    let text = "";
    let at = from;
    for (let next = this.#escapes[this.#passed]; next && next.at < to; ) {
      if (next.at >= at) {
        text += this.#source.slice(at, next.at);
        at = next.until;
      }
      next = this.#escapes[++this.#passed];
    }
    return text + this.#source.slice(at, to);
  }
}
