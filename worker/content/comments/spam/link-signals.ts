import { countLinks } from "../links.ts";
import type { Case, Signal } from "../spam.ts";

/** Points by the number of links. Who argues well may have four sources, nobody has ten. */
const BY_COUNT: readonly (readonly [from: number, weight: number])[] = [
  ...([
    [10, 10],
    [6, 6],
    [4, 3],
    [3, 1],
  ] as const),
];

export function manyLinks({ text }: Case): Signal[] {
  const count = countLinks(text);
  const weight = BY_COUNT.find(([from]) => count >= from)?.[1];
  return weight === undefined ? [] : [{ code: "links", detail: String(count), weight }];
}

/** Part of the text, in characters, and points where more of it is address than words. */
const HALF = 0.5;
const MOSTLY_LINK = 2;

export function linkShare({ addresses, text }: Case): Signal[] {
  const chars = addresses.reduce((sum, address) => sum + address.chars, 0);
  if (chars <= HALF * text.length) return [];
  return [{ code: "links", detail: percent(chars / text.length), weight: MOSTLY_LINK }];
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Tags of forums and of HTML, which this blog shows as text. People do it too, who learnt it elsewhere. */
const MARKUP: readonly (readonly [sign: string, pattern: RegExp, weight: number])[] = [
  ["[url]", /\[(?:url|link)\s*[=\]]/gi, 6],
  ["<a>", /<a\s[^<>]{0,300}?href/gi, 4],
];
/** Further points where the same tag stands there again. */
const AGAIN = 3;

export const linkMarkup = ({ text }: Case): Signal[] =>
  MARKUP.flatMap(([sign, pattern, weight]): Signal[] => {
    const times = text.match(pattern)?.length ?? 0;
    if (times === 0) return [];
    return [{ code: "links", detail: sign, weight: weight + (times > 1 ? AGAIN : 0) }];
  });
