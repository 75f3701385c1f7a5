import { commentPermalink } from "../../../src/addresses.ts";
import type { CommentFacts } from "../../db/read/discussion/facts.ts";
import type { CommentRef, PostOfComment } from "../../db/read/discussion/post.ts";
import type { VisitorComment } from "../../db/write/discussion/insert.ts";
import { guessLanguage } from "../language.ts";
import { VisitorFieldError } from "./field-error.ts";
import { renderComment } from "./markdown.ts";
import type { CommentInput } from "./parse.ts";
import { blockTexts, findPassage } from "./passages.ts";
import { RESENT_MS, timeBefore } from "./question.ts";
import type { Reference } from "./references.ts";
import { Refusal } from "./refusal.ts";
import { type Decision, decide, type RefusedFor } from "./rules.ts";
import { shapeOf } from "./spam/likeness.ts";
import { judge } from "./spam.ts";

export interface DraftContext {
  readonly now: string;
  readonly newId: () => string;
  readonly tokenHash: string;
  readonly uncounted: boolean;
}

type Facts = CommentFacts & { readonly post: PostOfComment };

/** The comment as it is to be stored: rendered, judged, and with its place beside the text if it is public at once. */
export function draftComment(
  input: CommentInput,
  facts: Facts,
  { now, newId, tokenHash, uncounted }: DraftContext,
): VisitorComment {
  const { post } = facts;
  const lang = guessLanguage(input.text, post.lang);
  const decision = decideAbout(input, facts, { now, uncounted });
  const quote = input.quote
    ? { text: input.quote, prefix: input.prefix, suffix: input.suffix }
    : null;
  const places = quote && decision.status === "approved" ? blockTexts(post.html) : [];
  const { html, excerpt } = renderComment(input.text, { lang, links: linksTo(facts) });
  return {
    ...{ publicId: newId(), postId: post.id, parent: input.parent, tokenHash, now, quote },
    ...{ name: input.name, url: input.url, email: input.email, text: input.text },
    ...{ status: decision.status, reasons: JSON.stringify(decision.reasons) },
    ...{ html, excerpt, lang: lang === post.lang ? null : lang, shape: shapeOf(input.text) },
    noteBlock: quote && findPassage(quote, places),
    resentSince: input.submission ? null : timeBefore(now, RESENT_MS),
  };
}

/** What becomes of it; throws where it is refused. */
export function decideAbout(
  input: Pick<CommentInput, "name" | "email" | "url" | "text" | "seconds" | "subject">,
  { settings, post, known, hosts, spamShapes, recentShapes, authorNames }: Facts,
  { now, uncounted }: Pick<DraftContext, "now" | "uncounted">,
): Kept {
  const verdict = judge(input, {
    ...{ known, hosts, spamShapes, recentShapes, postLang: post.lang },
    ...{ secondsOnPage: input.seconds, honeypot: input.subject },
  });
  const { commentsOpen: postOpen, commentsHeld: postHeld, publishedAt } = post;
  const facts = { now, known, postOpen, postHeld, publishedAt, reservedNames: authorNames };
  const decision = decide(input, facts, settings, verdict);
  if ("refused" in decision) return refuse(decision.refused);
  if (!uncounted || decision.status === "spam") return decision;
  return { status: "pending", reasons: [...decision.reasons, { code: "unlimited" }] };
}

type Kept = Exclude<Decision, { refused: unknown }>;

function refuse(reason: RefusedFor): never {
  if (reason === "closed" || reason === "night") throw new Refusal(reason);
  if (reason === "name") throw new VisitorFieldError("name", "reserved");
  if (reason === "email") throw new VisitorFieldError("email", "words");
  throw new VisitorFieldError("text", reason);
}

interface Meant {
  readonly post: Pick<PostOfComment, "path">;
  readonly references: readonly CommentRef[];
}

/** Where the comments stand that a text speaks of: a number has one, of a name the latest is meant. */
export const linksTo =
  ({ post, references }: Meant) =>
  (reference: Reference): string | null => {
    const isMeant = (one: CommentRef) =>
      "number" in reference ? one.number === reference.number : one.name === reference.name;
    const found = [...references].sort((a, b) => b.number - a.number).find(isMeant);
    return found ? commentPermalink(post.path, found) : null;
  };
