import { answersOf } from "../../../src/i18n/answers/words.ts";
import { EditAgainPage } from "../../../src/pages/edit-again-page.tsx";
import { sendOwed, sendOwedMail } from "../../cache/owed.ts";
import { editComment, type OwnDesk, withdrawComment } from "../../content/comments/change.ts";
import { rememberErasures } from "../../content/comments/erasures.ts";
import { VisitorFieldError } from "../../content/comments/field-error.ts";
import { Refusal } from "../../content/comments/refusal.ts";
import type { OwnComment } from "../../db/read/discussion/own.ts";
import type { BlogError } from "../../errors.ts";
import { type Answer, type Params, page, siteOf } from "../answers.tsx";
import { exerciseRight } from "../links/rights.ts";
import { toBlogError } from "../outage.ts";
import { errorPage } from "../render.tsx";
import { ownData } from "./data.ts";
import { isEditable, type Own, ownPage, requireOwn } from "./own.tsx";
import type { Data, Visitor, VisitorHandler } from "./route.ts";
import { problemOf } from "./sentences.ts";
import { siteAnyway } from "./site-anyway.ts";

/** What a writer does with a comment of their own: edits it or takes it back. */
export const changeOwnComment: VisitorHandler = async (params, visitor) => {
  const token = textOf(visitor, "token");
  const action = textOf(visitor, "action");
  const own = await requireOwn(params, token, visitor);
  try {
    if (action === "edit" || action === "withdraw")
      return answer(await change(own, action, visitor), { ...own, token }, visitor);
    const right = await exerciseRight(action, { tokenHash: own.tokenHash }, visitor);
    if (!right) throw new VisitorFieldError("action", "malformed");
    return right;
  } catch (error) {
    const known = toBlogError(error);
    if (visitor.json || !known) throw error;
    const { lang } = siteOf(visitor);
    const problem = problemOf(known, lang);
    const text = textOf(visitor, "text") || own.comment.text;
    return ownPage(own, { token, problem, text, status: known.status }, visitor);
  }
};

/** While the database does not answer nobody can say whose comment it is; what was typed comes back all the same. */
export async function refusedChange(
  error: BlogError,
  { comment }: Params,
  visitor: Visitor,
): Promise<Answer> {
  const [text, token] = ["text", "token"].map((name) => visitor.fields[name]);
  if (typeof text !== "string" || typeof token !== "string" || error.code === "missing")
    return errorPage(error, visitor);
  const site = await siteAnyway(visitor, error);
  const own = { comment: { id: String(comment), text }, token };
  const problem = problemOf(error, site.lang);
  return page(<EditAgainPage site={site} {...own} problem={problem} />, [], error.status);
}

function textOf({ fields }: Visitor, name: string): string {
  const value = fields[name] ?? "";
  if (typeof value !== "string") throw new VisitorFieldError(name, "malformed");
  return value;
}

async function change(
  own: Own,
  action: "edit" | "withdraw",
  visitor: Visitor,
): Promise<OwnComment> {
  const { env, reader, now } = visitor;
  if (!isEditable(own, visitor)) throw new Refusal("late");
  const minutes = own.standing.settings.editMinutes;
  const since = new Date(Date.parse(now) - minutes * 60_000).toISOString();
  const desk: OwnDesk = {
    ...{ db: env.DB, reader, now, since: `${since.slice(0, 19)}Z` },
    tokenHash: own.tokenHash,
  };
  const changed =
    action === "edit"
      ? await editComment(own.comment, textOf(visitor, "text"), desk)
      : await withdrawComment(own.comment, desk);
  // Where it is lost, cron brings it there within a day.
  if (changed.status === "trash")
    visitor.defer(rememberErasures(env.MEDIA, [{ id: changed.id, what: "text" }]).catch(() => {}));
  visitor.defer(sendOwed(env.DB, env.REFRESH));
  visitor.defer(sendOwedMail(env.DB, env.JOBS, now));
  return changed;
}

function answer(
  comment: OwnComment,
  { comment: before, standing, token }: Own & { readonly token: string },
  visitor: Visitor,
): Answer | Data {
  const { lang } = siteOf(visitor);
  const words = answersOf(lang);
  const held = before.status === "approved" && comment.status !== "approved";
  const saved = held ? words.changedHeld : words.changed;
  const message = comment.status === "trash" ? words.withdrawn : saved;
  if (visitor.json) return { status: 200, data: ownData(comment, standing, { lang, message }) };
  return ownPage({ comment, standing }, { token, message }, visitor);
}
