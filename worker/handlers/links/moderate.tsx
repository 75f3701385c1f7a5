import { moderationWordsOf } from "../../../src/i18n/moderation/words.ts";
import { ModerationPage } from "../../../src/pages/moderation-page.tsx";
import { sendOwed, sendOwedMail } from "../../cache/owed.ts";
import { moderateComments } from "../../content/comments/moderate.ts";
import { type ReviewRow, selectReview } from "../../db/read/moderation.ts";
import { oweAnswerMail } from "../../db/write/outbox.ts";
import { type Params, page, siteOf } from "../answers.tsx";
import type { Visitor, VisitorHandler } from "../visitors/route.ts";
import { invalidLink, message, signedBy } from "./invalid.tsx";

const ACTIONS = ["approve", "spam", "trash"] as const;

/** The comment, why it waits, and the buttons; whoever looks at it, a mail scanner too, changes nothing. */
export const showModeration: VisitorHandler = async (params, visitor) => {
  const found = await findReviewed(params, visitor);
  if (!found) return invalidLink(visitor);
  const comment = { ...found, reasons: JSON.parse(found.reasons) };
  return page(<ModerationPage site={siteOf(visitor)} comment={comment} />, []);
};

/** Decides about the comment. */
export const moderateOne: VisitorHandler = async (params, visitor) => {
  const { env, now, fields } = visitor;
  const found = await findReviewed(params, visitor);
  const action = ACTIONS.find((name) => name === fields["action"]);
  if (!found || !action) return invalidLink(visitor);
  const tell = (id: string) => oweAnswerMail(env.DB, id, { now });
  await moderateComments(env.DB, [found.id], action, { now, tell });
  visitor.defer(sendOwed(env.DB, env.REFRESH));
  visitor.defer(sendOwedMail(env.DB, env.JOBS, now));
  const words = moderationWordsOf(siteOf(visitor).lang);
  return message(visitor, [words.done[action], words.doneLong]);
};

async function findReviewed(
  { comment, key }: Params,
  visitor: Visitor,
): Promise<ReviewRow | undefined> {
  const signed = await signedBy(key, "moderate", visitor);
  if (!signed || signed.of !== comment) return undefined;
  const { reader } = visitor;
  const read = { prepare: (sql: string) => reader.sql(sql) };
  const [[found] = []] = (await reader.batch([selectReview(read, signed.of)])) as [ReviewRow[]];
  return found;
}
