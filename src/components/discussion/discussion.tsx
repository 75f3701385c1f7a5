import { commentPagePath } from "../../addresses.ts";
import { discussionWordsOf, langAttributes, wordsOf } from "../../i18n/words.ts";
import type { Comment, Post, Site } from "../../model.ts";
import { Pager } from "../pager.tsx";
import { CommentPlace, isOpen } from "./comment.tsx";
import { CommentForm } from "./comment-form.tsx";
import { type Thread, toThread } from "./thread.ts";

/** Which page of the discussion this is, from 1. */
export interface CommentPage {
  readonly page: number;
  readonly pages: number;
}

interface Props {
  readonly site: Site;
  readonly post: Post;
  readonly comments: readonly Comment[];
  readonly commentPage: CommentPage;
}

/** Everything that was said about a post, numbered, replies below what they answer. */
export function Discussion({ site, post, comments, commentPage }: Props) {
  const words = wordsOf(site.lang);
  const thread = toThread(comments);
  return (
    <section
      id="comments"
      class="discussion"
      data-post={post.path}
      {...langAttributes(site.lang, post.lang)}
    >
      <h2>{words.comments(post.commentCount)}</h2>
      <Comments site={site} post={post} comments={thread.top} thread={thread} depth={1} />
      {!post.commentsOpen && comments.length > 0 && <p class="meta">{words.commentsClosed}</p>}
      <Pager
        lang={site.lang}
        page={commentPage.page}
        pages={commentPage.pages}
        pathOf={(page) => commentPagePath(post.path, page)}
        label={words.commentPages}
        dated={false}
        anchor="#comments"
      />
      {isOpen({ site, post }) && <Write site={site} post={post} />}
      {site.comments.night === "closed" && post.commentsOpen && (
        <p class="meta">{discussionWordsOf(site.lang).closedNow}</p>
      )}
    </section>
  );
}

function Write({ site, post }: Pick<Props, "site" | "post">) {
  const words = discussionWordsOf(site.lang);
  return (
    <div class="write">
      <h2>{words.write}</h2>
      {site.comments.night === "held" && <p class="hint">{words.held}</p>}
      <CommentForm site={site} postPath={post.path} />
    </div>
  );
}

/** From here on the style sheet indents no further, so a reply says what it answers. */
const DEEPEST_INDENT = 4;

interface CommentsProps extends Pick<Props, "site" | "post" | "comments"> {
  readonly thread: Thread;
  readonly depth: number;
}

// A page holds at most 200 comments, which bounds how deep this goes.
function Comments({ comments, thread, depth, ...rest }: CommentsProps) {
  if (comments.length === 0) return null;
  return (
    <ol class="comments">
      {comments.map((comment) => (
        <li
          key={comment.id}
          id={`comment-${comment.id}`}
          class={comment.byPostAuthor ? "by-author" : undefined}
        >
          <CommentPlace
            {...rest}
            comment={comment}
            saysParent={comment.parent !== null && (depth === 1 || depth > DEEPEST_INDENT)}
          />
          {comment.note?.margin && <InMargin site={rest.site} comment={comment} />}
          <Comments
            {...rest}
            comments={thread.replies.get(comment.id) ?? []}
            thread={thread}
            depth={depth + 1}
          />
        </li>
      ))}
    </ol>
  );
}

/** What the list shows of a note that stands in the margin. */
const InMargin = ({ site, comment }: { site: Site; comment: Comment }) => (
  <p class="in-margin">
    <a href={`#comment-${comment.id}`}>
      {discussionWordsOf(site.lang).inMargin(comment.number, comment.name)}
    </a>
  </p>
);
