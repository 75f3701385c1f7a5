import { commentPermalink } from "../../../src/addresses.ts";
import { answersOf } from "../../../src/i18n/answers/words.ts";
import { wordsOf } from "../../../src/i18n/words.ts";
import { MAX_REASON } from "../../../src/limits.ts";
import { MessagePage } from "../../../src/pages/message-page.tsx";
import { ReportPage } from "../../../src/pages/report-page.tsx";
import { sendOwed, sendOwedMail } from "../../cache/owed.ts";
import { refuseSpent } from "../../content/comments/accept.ts";
import { VisitorFieldError } from "../../content/comments/field-error.ts";
import { reportComment } from "../../content/comments/report.ts";
import { cleanText } from "../../content/text.ts";
import { findShown, findSpent, type ShownComment } from "../../db/read/discussion/place.ts";
import { oweOwnerMail } from "../../db/write/outbox.ts";
import { BlogError } from "../../errors.ts";
import { type Answer, type Params, page, siteOf } from "../answers.tsx";
import type { Visitor, VisitorHandler } from "./route.ts";
import { problemOf } from "./sentences.ts";

/** Asks once whether somebody means it. */
export const showReport: VisitorHandler = async (params, visitor) =>
  reportPage(await requireShown(params, visitor), "", null, visitor);

/** Holds the comment for the author to see. */
export const sendReport: VisitorHandler = async (params, visitor) => {
  const { env, now, fields, json } = visitor;
  const comment = await requireShown(params, visitor);
  const typed = typeof fields["reason"] === "string" ? fields["reason"] : "";
  const reason = cleanText(typed).trim();
  if (reason.length > MAX_REASON) {
    const error = new VisitorFieldError("reason", "long");
    if (json) throw error;
    return reportPage(comment, typed, error, visitor);
  }
  refuseSpent({ spent: await findSpent(visitor.reader, now.slice(0, 10)) }, now);
  await reportComment(env.DB, comment, { reason, now, beside: oweOwnerMail(env.DB, { now }) });
  visitor.defer(sendOwed(env.DB, env.REFRESH));
  visitor.defer(sendOwedMail(env.DB, env.JOBS, now));
  const { reported } = answersOf(siteOf(visitor).lang);
  return json ? { status: 200, data: { message: reported } } : thanks(comment, reported, visitor);
};

async function requireShown({ comment }: Params, visitor: Visitor): Promise<ShownComment> {
  const shown = await findShown(visitor.reader, String(comment));
  if (!shown) throw new BlogError("missing", "No such comment");
  return shown;
}

function reportPage(
  comment: ShownComment,
  reason: string,
  error: VisitorFieldError | null,
  visitor: Visitor,
): Answer {
  const site = siteOf(visitor);
  const problem = error && problemOf(error, site.lang);
  const post = { path: comment.postPath };
  return page(
    <ReportPage site={site} post={post} comment={comment} reason={reason} problem={problem} />,
    [],
    error?.status ?? 200,
  );
}

function thanks(comment: ShownComment, sentence: string, visitor: Visitor): Answer {
  const site = siteOf(visitor);
  const title = comment.postTitle || wordsOf(site.lang).untitled;
  const link = { title, href: commentPermalink(comment.postPath, comment) };
  return page(<MessagePage site={site} title={title} sentences={[sentence]} link={link} />, []);
}
