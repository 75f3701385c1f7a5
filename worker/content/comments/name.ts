import { MAX_NAME } from "../../../src/limits.ts";
import { VisitorFieldError } from "./field-error.ts";

/** Code points from which on nobody wants to look at a name. Some are many before they are composed. */
const MAX_TYPED = 10 * MAX_NAME;

/**
 * A visitor's name as the blog shows it: one line, composed, without anything invisible that could turn or hide
 * letters, and with marks that stay within their line.
 */
export function parseName(typed: string): string {
  if (typed.length > MAX_TYPED) throw new VisitorFieldError("name", "long");
  const name = typed
    .toWellFormed()
    .normalize("NFC")
    .replace(BLANKS, " ")
    .replace(UNSEEN, "")
    .normalize("NFC")
    .replace(EXCESS_MARKS, "$1")
    .replace(/ {2,}/g, " ")
    .trim();
  if (!name) throw new VisitorFieldError("name", "missing");
  if ([...name].length > MAX_NAME) throw new VisitorFieldError("name", "long");
  if (!/[\p{L}\p{N}]/u.test(name)) throw new VisitorFieldError("name", "letters");
  return name;
}

/**
 * What is left of a name when everything goes that the eye may overlook: two names with the same skeleton could be
 * taken for one another.
 */
export const nameSkeleton = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/\P{ASCII}/gu, (letter) => LOOK_ALIKES.get(letter) ?? letter);

const BLANKS = /[\s\p{Z}\u2800]+/gu;
/** Controls, format characters with those for the direction of text, private ones, and letters without a face. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Noncharacter_Code_Point}]|\p{Default_Ignorable_Code_Point}|\p{Variation_Selector}/gu;
const EXCESS_MARKS = /(\p{M}{3})\p{M}+/gu;

/** Small letters of other alphabets, and some of ours, each before the plain Latin one that it looks like. */
const PAIRS = [
  "аa вb гr еe з3 кk мm нh оo рp сc тt уy хx ьb ѕs іi јj ԁd ԛq ԝw һh ӏl ѵv",
  "αa βb εe ηn ιi κk νv οo ρp τt υu χx ωw γy ϲc ϳj ıi łl øo đd ħh ɑa ɡg օo",
];
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  PAIRS.join(" ")
    .split(" ")
    .map(([letter = "", latin = ""]): [string, string] => [letter, latin]),
);
