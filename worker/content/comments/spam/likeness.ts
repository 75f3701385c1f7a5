import type { Case, Signal } from "../spam.ts";
import { fold } from "../words.ts";

/** The shape of a text that is too short to have one. */
const SHAPELESS = "0".repeat(16);
/** Letters. Shorter words are in every text of a language, and make strangers alike. */
const MIN_LETTERS = 4;
/** Such words. Fewer are said by many: "Danke, genau so ist es!" */
const MIN_WORDS = 7;
/**
 * Bits, of 64. Texts that have nothing to do with each other differ in 32, by chance in 17; of copies with every seventh
 * word changed, four in five differ in no more than this.
 */
const ALIKE_BITS = 14;
const SAME_BITS = 4;

/**
 * The shape of a text in 64 bits, as 16 hex digits (a simhash of its words): texts alike have shapes that differ in few
 * bits. Addresses and quoted lines are left out, for they are what a copy changes, and what an answer repeats.
 */
export function shapeOf(text: string): string {
  const own = text.replace(/^[ \t]*>.*$/gm, "").replace(/(?:https?:\/\/|www\.)\S+/gi, "");
  const words = fold(own).filter((word) => word.length >= MIN_LETTERS);
  if (words.length < MIN_WORDS) return SHAPELESS;
  const votes = new Int32Array(64);
  for (const word of words) vote(votes, word);
  return toHex(votes, 0) + toHex(votes, 32);
}

/** Points for the text of a spam comment and for one much like it. */
const SAME_AS_SPAM = 10;
const LIKE_SPAM = 7;
/** Points for what somebody said here today, and for the same with a link to take along. */
const REPEATED = 4;
const REPEATED_WITH_LINK = 7;

/** What was said here before, as spam or by somebody else. */
export function likeOthers({ shape, spamShapes, recentShapes, addresses, url }: Case): Signal[] {
  if (shape === SHAPELESS) return [];
  const spam = nearest(shape, spamShapes);
  const recent = nearest(shape, recentShapes);
  const signals: Signal[] = [];
  if (spam <= ALIKE_BITS)
    signals.push({ code: "known-spam", weight: spam <= SAME_BITS ? SAME_AS_SPAM : LIKE_SPAM });
  if (recent <= ALIKE_BITS) {
    const leads = addresses.length > 0 || url !== null;
    signals.push({ code: "repeated", weight: leads ? REPEATED_WITH_LINK : REPEATED });
  }
  return signals;
}

/** Bits in which the most similar of the others differs. */
function nearest(shape: string, others: readonly string[]): number {
  const [high, low] = halves(shape);
  let least = 64;
  for (const other of others) {
    if (other === SHAPELESS) continue;
    const [otherHigh, otherLow] = halves(other);
    least = Math.min(least, ones(high ^ otherHigh) + ones(low ^ otherLow));
  }
  return least;
}

const halves = (shape: string): [number, number] => [
  Number.parseInt(shape.slice(0, 8), 16),
  Number.parseInt(shape.slice(8), 16),
];

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function vote(votes: Int32Array, word: string): void {
  const hashes = [hash(word, 0x811c9dc5), hash(word, 0x9747b28c)];
  for (let bit = 0; bit < 64; bit++) {
    const set = ((hashes[bit >> 5] ?? 0) >>> (bit & 31)) & 1;
    votes[bit] = (votes[bit] ?? 0) + (set === 1 ? 1 : -1);
  }
}

/** FNV-1a, with its bits mixed once more: short words would leave the high ones alone. */
function hash(word: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < word.length; at++)
    value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

function toHex(votes: Int32Array, from: number): string {
  let bits = 0;
  for (let bit = 0; bit < 32; bit++) if ((votes[from + bit] ?? 0) > 0) bits |= 1 << bit;
  return (bits >>> 0).toString(16).padStart(8, "0");
}
