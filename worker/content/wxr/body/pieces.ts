import type { Tag } from "./tag.ts";

/** A shortcode with what stands between its tags; null when it has no closing one. */
export interface Shortcode {
  readonly tag: Tag;
  readonly inner: readonly Piece[] | null;
  /** The same, untouched. */
  readonly source: string;
}
export type Piece = string | Shortcode;

/** What the scanner may read as a shortcode. */
export interface Vocabulary {
  /** Names that are shortcodes however they stand. */
  readonly known: ReadonlySet<string>;
  /** Names whose inner text is verbatim. */
  readonly verbatim: ReadonlySet<string>;
}

/** A tag and where it stands in the source. */
export interface Token {
  readonly tag: Tag;
  readonly start: number;
  readonly end: number;
  /** Index of the closing token. */
  close: number;
}

/** Gives each opening tag the closing one that belongs to it. */
export function pairTokens(tokens: readonly Token[]): void {
  const open = new Map<string, Token[]>();
  tokens.forEach((token, index) => {
    const { name, closing, void: alone } = token.tag;
    if (closing) {
      const opener = open.get(name)?.pop();
      if (opener) opener.close = index;
    } else if (!alone) {
      const others = open.get(name);
      if (others) others.push(token);
      else open.set(name, [token]);
    }
  });
}
