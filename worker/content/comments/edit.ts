import type { UtcTime } from "../../../src/model.ts";
import type { CommentFacts } from "../../db/read/discussion/facts.ts";
import type { OwnComment } from "../../db/read/discussion/own.ts";
import type { PostOfComment } from "../../db/read/discussion/post.ts";
import type { Edit } from "../../db/write/discussion/own.ts";
import type { CommentStatus } from "../../db/write/drafts.ts";
import { decideAbout, linksTo } from "./draft.ts";
import { hostsIn } from "./hosts.ts";
import { renderComment } from "./markdown.ts";
import type { Reason, ReasonCode } from "./reasons.ts";
import { shapeOf } from "./spam/likeness.ts";

type Facts = CommentFacts & { readonly post: PostOfComment; readonly now: UtcTime };

/** What says who somebody is, or what time it is, was decided when the comment came. */
const OF_ARRIVAL: readonly ReasonCode[] = ["all-held", "newcomer", "post-held", "night"];

/** The comment with another text: rendered and judged as a new one is. */
export function draftEdit(
  comment: OwnComment,
  text: string,
  facts: Facts,
): Pick<Edit, "text" | "html" | "excerpt" | "shape" | "status" | "reasons"> {
  const { html, excerpt } = renderComment(text, { lang: comment.lang, links: linksTo(facts) });
  const decision = decideAbout({ ...comment, text, seconds: null, subject: "" }, facts, {
    ...{ now: facts.now, uncounted: false },
  });
  const known = hostsIn(comment.html, comment.url);
  const fresh = hostsIn(html, comment.url).filter((host) => !known.includes(host));
  const reasons: Reason[] = [
    ...decision.reasons.filter(({ code }) => !OF_ARRIVAL.includes(code)),
    ...fresh.map((host): Reason => ({ code: "edited", detail: host })),
  ];
  const status = decision.status === "spam" ? "spam" : statusAfter(comment.status, reasons);
  return { text, html, excerpt, shape: shapeOf(text), status, reasons: JSON.stringify(reasons) };
}

/** What waits goes on waiting, and what everybody sees waits for a reason only. */
const statusAfter = (before: CommentStatus, reasons: readonly Reason[]): CommentStatus =>
  before === "approved" && reasons.length > 0 ? "pending" : before;
