import { addressesIn, hostsOf, type JudgedText } from "./links.ts";
import type { Reason } from "./reasons.ts";
import { filledTrap, tooFast } from "./spam/behaviour.ts";
import { badHosts } from "./spam/hosts.ts";
import { likeOthers, shapeOf } from "./spam/likeness.ts";
import { linkMarkup, linkShare, manyLinks } from "./spam/link-signals.ts";
import { emptyPraise } from "./spam/praise.ts";
import { salesTalk } from "./spam/sales.ts";
import { foreignAlphabet, mixedAlphabets } from "./spam/scripts.ts";
import { fold } from "./words.ts";

/** What the blog knows about a comment besides its words. */
export interface JudgeFacts {
  /** Null where no script counts. */
  readonly secondsOnPage: number | null;
  /** What stands in the field that people leave empty. */
  readonly honeypot: string;
  /** Whether its writer has an approved comment. */
  readonly known: boolean;
  /** How the comments that led to the same hosts ended, here. */
  readonly hosts: ReadonlyMap<string, { readonly approved: number; readonly spam: number }>;
  /** Of the spam of the last 30 days, the newest 200. */
  readonly spamShapes: readonly string[];
  /** Of the comments of the last 24 hours on the whole blog, the newest 100. */
  readonly recentShapes: readonly string[];
  readonly postLang: string;
}

export interface Verdict {
  readonly score: number;
  readonly spam: boolean;
  readonly reasons: readonly Reason[];
}

/** What one signal says against a comment. */
export interface Signal extends Reason {
  readonly weight: number;
}

/** A comment as the signals look at it. */
export interface Case extends JudgedText, JudgeFacts {
  readonly addresses: readonly { readonly url: string; readonly chars: number }[];
  /** Where it leads, its website included. */
  readonly leadsTo: readonly string[];
  readonly shape: string;
  /** Of the text: in small letters, without marks. */
  readonly words: readonly string[];
}

/** Points from which on a comment is spam. No signal that can happen to an honest person has as many. */
export const SPAM_SCORE = 10;
/** Points from which on somebody should look at it. */
export const HELD_SCORE = 4;
/** Points that somebody has who wrote here before. */
const KNOWN = 3;

const SIGNALS: readonly ((comment: Case) => readonly Signal[])[] = [
  ...[filledTrap, tooFast, manyLinks, linkShare, linkMarkup, badHosts],
  ...[likeOthers, mixedAlphabets, foreignAlphabet, salesTalk, emptyPraise],
];

/** Weighs what speaks against a comment, and says what it was. */
export function judge(input: JudgedText, facts: JudgeFacts): Verdict {
  const { name, url, text } = input;
  const comment: Case = {
    ...facts,
    ...{ name, url, text, addresses: addressesIn(text) },
    ...{ leadsTo: hostsOf(input), shape: shapeOf(text), words: fold(text) },
  };
  const signals = SIGNALS.flatMap((signal) => signal(comment));
  const against = signals.reduce((sum, { weight }) => sum + weight, 0);
  const score = Math.max(0, against - (facts.known ? KNOWN : 0));
  const reasons = signals.map(({ weight: _, ...reason }) => reason);
  return { score, spam: score >= SPAM_SCORE, reasons };
}
