import type { UtcTime } from "../../../src/model.ts";
import type { CommentQuestion } from "../../db/read/discussion/facts.ts";
import { hostsOf } from "./links.ts";
import type { CommentInput } from "./parse.ts";
import { findReferences } from "./references.ts";

/** Milliseconds after which the same text is no resent form. */
export const RESENT_MS = 10 * 60_000;
/** Milliseconds that comments elsewhere, and spam, are compared with a new one. */
const RECENT_MS = 24 * 3_600_000;
const SPAM_MS = 30 * 24 * 3_600_000;

/** Tokens, as hashes: the comment's own, and that of an earlier one which shows that somebody is known here. */
export interface Tokens {
  readonly own: string;
  readonly known: string | null;
}

/** What has to be known before a comment is decided about. */
export function questionOf(
  input: Pick<CommentInput, "post" | "parent" | "email" | "name" | "text" | "url">,
  { own, known }: Tokens,
  now: UtcTime,
): CommentQuestion {
  const { post, parent, email, name, text } = input;
  const { numbers, names } = findReferences(text);
  return {
    ...{ post, parent, name, text, numbers, names, hosts: hostsOf(input) },
    ...{ tokenHash: own, knownHash: known, email: email?.toLowerCase() ?? null },
    resentSince: timeBefore(now, RESENT_MS),
    recentSince: timeBefore(now, RECENT_MS),
    spamSince: timeBefore(now, SPAM_MS),
    day: now.slice(0, 10),
  };
}

/** A time so many milliseconds before another. */
export const timeBefore = (now: UtcTime, milliseconds: number): UtcTime =>
  `${new Date(Date.parse(now) - milliseconds).toISOString().slice(0, 19)}Z`;
