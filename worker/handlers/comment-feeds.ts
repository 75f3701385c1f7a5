import { type FeedFile, feedPath, permalink } from "../../src/addresses.ts";
import { commentPath } from "../../src/components/paths.ts";
import { answersOf } from "../../src/i18n/answers/words.ts";
import { wordsOf } from "../../src/i18n/words.ts";
import type { FeedComment } from "../../src/model.ts";
import { findAnswers, findPostFeed, listNewestComments } from "../db/read/feeds.ts";
import { BlogError } from "../errors.ts";
import { commentEntry } from "../feeds/entries.ts";
import type { Entry } from "../feeds/feed.ts";
import { type PublicContext, type PublicHandler, redirect, siteOf } from "./answers.tsx";
import { answerFeed, blogTitle } from "./feeds.ts";

export const showCommentsFeed: PublicHandler = async ({ feed }, context) => {
  const entries = commentEntries(await listNewestComments(context.reader), context);
  const title = wordsOf(siteOf(context).lang).commentsOn(blogTitle(context));
  return answerFeed(feed, context, {
    ...{ page: "/", base: "/comments/", title, entries },
    shows: ["comments"],
  });
};

/** The comments of one post; who has an unlisted post's path may follow its discussion. */
export const showPostFeed: PublicHandler = async ({ post: path, feed }, context) => {
  const found = await findPostFeed(context.reader, `/${path}`);
  if (!found) throw new BlogError("missing", "No such post");
  if ("redirect" in found) {
    return redirect(permalink(feedPath(found.redirect, feed as FeedFile), context.origin));
  }
  const { post, comments } = found;
  const words = wordsOf(siteOf(context).lang);
  return answerFeed(feed, context, {
    ...{ page: post.path, title: words.commentsOn(post.title || words.untitled) },
    ...{ entries: commentEntries(comments, context), empty: post.publishedAt },
    shows: [`post:${post.id}`],
  });
};

/** What was answered to one comment. */
export const showAnswersFeed: PublicHandler = async ({ comment, feed }, context) => {
  const found = await findAnswers(context.reader, String(comment));
  if (!found) throw new BlogError("missing", "No such comment");
  const { post, answers, shown } = found;
  const words = wordsOf(siteOf(context).lang);
  const title = post.title || words.untitled;
  const { answersTo, answersOn } = answersOf(siteOf(context).lang);
  const named = shown ? answersTo(shown.number, shown.name, title) : answersOn(title);
  return answerFeed(feed, context, {
    ...{ page: commentPath(String(comment)), title: named },
    ...{ entries: commentEntries(answers, context), empty: found.createdAt },
    shows: [`post:${post.id}`],
  });
};

function commentEntries(comments: readonly FeedComment[], context: PublicContext): Entry[] {
  const words = wordsOf(siteOf(context).lang);
  return comments.map((comment) =>
    commentEntry(
      comment,
      context.origin,
      words.commentBy(comment.name, comment.post.title || words.untitled),
    ),
  );
}
