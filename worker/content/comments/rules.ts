import type { UtcTime } from "../../../src/model.ts";
import type { CommentSettings } from "../../db/write/settings.ts";
import { countLinks, hostsOf, type JudgedText } from "./links.ts";
import type { Reason } from "./reasons.ts";
import { HELD_SCORE, type Verdict } from "./spam.ts";
import { findHost, findName, findWord, wordsOf } from "./words.ts";

/** What the rules know about a comment besides its words. */
export interface RuleFacts {
  readonly now: UtcTime;
  /** An approved comment of the same mail address or token; a name alone never counts. */
  readonly known: boolean;
  readonly postOpen: boolean;
  readonly postHeld: boolean;
  readonly publishedAt: UtcTime;
  /** Of the blog's authors: who is one is known by a session. */
  readonly reservedNames: readonly string[];
}

/** Why a comment cannot be left at all: there is no place for it now, or the author does not want what it says. */
export type RefusedFor = "closed" | "night" | "words" | "host" | "name" | "email";

export type Decision =
  | { readonly status: "approved" | "pending" | "spam"; readonly reasons: readonly Reason[] }
  | { readonly refused: RefusedFor };

/** What the rules look at; the judge does not ask for an address. */
export type RuledText = JudgedText & { readonly email?: string | null };

/** Says what becomes of a comment, by the author's rules and the judge's verdict. Spam is kept, and never told so. */
export function decide(
  input: RuledText,
  facts: RuleFacts,
  settings: CommentSettings,
  verdict: Verdict,
): Decision {
  if (isClosed(facts, settings)) return { refused: "closed" };
  if (isNight(facts.now, settings) && settings.night === "closed") return { refused: "night" };
  if (verdict.spam) return { status: "spam", reasons: verdict.reasons };
  const refused = refusalOf(input, facts, settings);
  if (refused) return { refused };
  const suspicious = verdict.score >= HELD_SCORE ? verdict.reasons : [];
  const reasons = [...holds(facts, settings), ...foundIn(input, settings), ...suspicious];
  return { status: reasons.length > 0 ? "pending" : "approved", reasons };
}

/** Whether a post takes comments: its form and its handler ask the same. */
export const isClosed = (
  { now, postOpen, publishedAt }: Pick<RuleFacts, "now" | "postOpen" | "publishedAt">,
  { closeAfterDays }: Pick<CommentSettings, "closeAfterDays">,
): boolean =>
  !postOpen ||
  (closeAfterDays !== null && Date.parse(now) - Date.parse(publishedAt) > closeAfterDays * DAY);

/** Milliseconds. */
const DAY = 86_400_000;

/** Whether the switch for bad nights is on. */
export const isNight = (
  now: UtcTime,
  { night, nightUntil }: Pick<CommentSettings, "night" | "nightUntil">,
): boolean => night !== "open" && (nightUntil === null || now < nightUntil);

function refusalOf(
  input: RuledText,
  { reservedNames }: RuleFacts,
  settings: CommentSettings,
): RefusedFor | null {
  if (findWord(settings.refuseWords, wordsOf(`${input.name}\n${input.text}`)) !== null)
    return "words";
  if (findHost(settings.refuseHosts, hostsOf(input)) !== null) return "host";
  const email = input.email?.toLowerCase();
  if (email && settings.refuseEmails.includes(email)) return "email";
  const names = [...reservedNames, ...settings.refuseNames];
  return findName(names, input.name) === null ? null : "name";
}

function holds({ now, known, postHeld }: RuleFacts, settings: CommentSettings): Reason[] {
  const reasons: Reason[] = [];
  if (settings.hold === "all") reasons.push({ code: "all-held" });
  if (settings.hold === "newcomers" && !known) reasons.push({ code: "newcomer" });
  if (postHeld) reasons.push({ code: "post-held" });
  if (isNight(now, settings)) reasons.push({ code: "night" });
  return reasons;
}

function foundIn(input: JudgedText, settings: CommentSettings): Reason[] {
  const reasons: Reason[] = [];
  const links = countLinks(input.text);
  const word = findWord(settings.words, wordsOf(`${input.name}\n${input.text}`));
  const host = findHost(settings.hosts, hostsOf(input));
  const name = findName(settings.names, input.name);
  if (links > settings.links) reasons.push({ code: "links", detail: String(links) });
  if (word !== null) reasons.push({ code: "word", detail: word });
  if (host !== null) reasons.push({ code: "host", detail: host });
  if (name !== null) reasons.push({ code: "name", detail: name });
  return reasons;
}
