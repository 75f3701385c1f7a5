import { discussionWordsOf } from "../../i18n/words.ts";
import type { Comment, Post, Site } from "../../model.ts";
import { commentPath, newCommentPath } from "../paths.ts";

interface Props {
  readonly site: Site;
  readonly post: Post;
  readonly comment: Comment;
}

/** What one can do about a comment: answer it, or say that it should not stand there. */
export function CommentTools({ site, post, comment }: Props) {
  const words = discussionWordsOf(site.lang);
  const { id, number, kind } = comment;
  return (
    <p class="tools" lang={comment.lang === site.lang ? undefined : site.lang}>
      {kind === "comment" && (
        <a
          class="reply"
          href={newCommentPath(post.path, { parent: id })}
          rel="nofollow"
          aria-label={words.replyTo(number)}
        >
          {words.reply}
        </a>
      )}
      <a href={`${commentPath(id)}report/`} rel="nofollow" aria-label={words.reportOf(number)}>
        {words.report}
      </a>
    </p>
  );
}
