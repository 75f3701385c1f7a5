import { type CommentFacts, findCommentFacts } from "../../db/read/discussion/facts.ts";
import type { OwnComment } from "../../db/read/discussion/own.ts";
import type { PostOfComment } from "../../db/read/discussion/post.ts";
import type { Reader } from "../../db/read/reader.ts";
import { BlogError } from "../../errors.ts";
import { draftComment } from "./draft.ts";
import { VisitorFieldError } from "./field-error.ts";
import type { CommentInput } from "./parse.ts";
import { questionOf, type Tokens } from "./question.ts";
import { Refusal } from "./refusal.ts";
import { type Writing, writeComment } from "./write.ts";

/** What accepting a comment stands on. */
export interface CommentDesk extends Writing {
  /** Of the primary. */
  readonly reader: Reader;
  /** A new public id. */
  readonly newId: () => string;
  /** Whether the rate limits could not be asked. */
  readonly uncounted: boolean;
}

export type Accepted =
  /** Now or before, by the same token. */
  | { readonly kind: "stored"; readonly comment: OwnComment }
  /** The same form came a moment ago, and its token was shown then. */
  | { readonly kind: "resent"; readonly post: PostOfComment };

/** Rows that strangers may cause to be written on a day: half of the free plan's, developers.cloudflare.com/d1/platform/limits */
export const MOST_WRITES_A_DAY = 50_000;

/**
 * Takes a comment, once: the same submission again gives the same comment. Throws a `VisitorFieldError` or a `Refusal` where it
 * cannot be taken. What it gives is stored.
 */
export async function acceptComment(
  input: CommentInput,
  tokens: Tokens,
  desk: CommentDesk,
): Promise<Accepted> {
  const question = questionOf(input, tokens, desk.now);
  const facts = await findCommentFacts(desk.reader, question);
  if (facts.same) return { kind: "stored", comment: facts.same };
  const post = openPost(facts);
  if (!input.submission && facts.resent) return { kind: "resent", post };
  refuseStrangers(input, facts, desk.now);
  const draft = draftComment(input, { ...facts, post }, { ...desk, tokenHash: tokens.own });
  const comment = await writeComment(draft, post, desk);
  if (comment) return { kind: "stored", comment };
  // Between the question and the answer the same form came, or the post was closed.
  const since = await findCommentFacts(desk.reader, question);
  return since.resent ? { kind: "resent", post: openPost(since) } : closed();
}

/** What nobody may read is answered like what does not exist. */
function openPost({ post }: CommentFacts): PostOfComment {
  if (!post) throw new BlogError("missing", "No such post");
  return post.commentsOpen ? post : closed();
}

function closed(): never {
  throw new Refusal("closed");
}

function refuseStrangers(input: CommentInput, facts: CommentFacts, now: string): void {
  if (input.parent !== null && !facts.parent) throw new VisitorFieldError("parent", "parent");
  refuseSpent(facts, now);
}

/** What strangers may write on a day is written. */
export function refuseSpent({ spent }: Pick<CommentFacts, "spent">, now: string): void {
  if (spent >= MOST_WRITES_A_DAY) throw new Refusal("spent", secondsToMidnight(now));
}

const secondsToMidnight = (now: string): number =>
  86_400 - (Math.floor(Date.parse(now) / 1_000) % 86_400);
