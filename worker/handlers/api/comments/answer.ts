import * as schemas from "../../../../src/admin-api/comments.ts";
import { makeSecret } from "../../../auth/sessions.ts";
import { sendOwed, sendOwedMail } from "../../../cache/owed.ts";
import { answerComment, rewordComment } from "../../../content/comments/author.ts";
import { banFrom } from "../../../content/comments/ban.ts";
import { type AuthorsComment, findCommentForAuthor } from "../../../db/read/author-comment.ts";
import { oweAnswerMail } from "../../../db/write/outbox.ts";
import { findAuthor } from "../../../db/write/people/authors.ts";
import { BlogError } from "../../../errors.ts";
import { readAs } from "../body.ts";
import { ownId } from "../people/me.ts";
import { need } from "../posts/access.ts";
import type { ApiContext, ApiHandler } from "../route.ts";
import { ownPosts } from "./queue.ts";

const MAX_BYTES = 200_000;

/** An author's answer, under their own name and at once; what waited for a decision is approved with it. */
export const replyTo: ApiHandler = async (request, context) => {
  const { text } = await readAs(request, MAX_BYTES, schemas.commentText);
  const { env, now, who, random, once } = context;
  const parent = await commentOf(context);
  const author = await findAuthor(env.DB, ownId(who));
  if (!author) throw new BlogError("unauthorized", "Please log in.");
  const id = once?.slice(0, 24) ?? makeSecret(random, 12);
  // The answer to it may have been lost, or the database's to us.
  if (once && (await findCommentForAuthor(env.DB, id))) return { id };
  const tell = (publicId: string) => oweAnswerMail(env.DB, publicId, { now });
  await answerComment(env.DB, { parent, text, author, id, now, tell });
  await tellOthers(context);
  return { id };
};

/** Another text for somebody's comment, with the mark that says so. */
export const putComment: ApiHandler = async (request, context) => {
  const { text } = await readAs(request, MAX_BYTES, schemas.commentText);
  const comment = await commentOf(context);
  await rewordComment(context.env.DB, comment, { text, now: context.now });
  await tellOthers(context);
  return { id: comment.id };
};

/** Comments of an address, or with links to a host, are refused from now on. */
export const banComments: ApiHandler = async (request, context) => {
  const typed = await readAs(request, MAX_BYTES, schemas.ban);
  need(context.who, "comments.all");
  const { env, now } = context;
  const { refuseEmails, refuseHosts } = await banFrom(env.DB, typed, now);
  await sendOwed(env.DB, env.REFRESH);
  return { refuseEmails, refuseHosts };
};

async function commentOf({ env, params, who }: ApiContext): Promise<AuthorsComment> {
  const found = await findCommentForAuthor(env.DB, params["comment"] ?? "");
  const own = ownPosts(who);
  if (!found || (own !== null && found.postAuthorId !== own))
    throw new BlogError("missing", "There is no such comment.");
  return found;
}

async function tellOthers({ env, now }: ApiContext): Promise<void> {
  await sendOwed(env.DB, env.REFRESH);
  await sendOwedMail(env.DB, env.JOBS, now);
}
