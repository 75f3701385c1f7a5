import { commentPermalink, permalink } from "../../addresses.ts";
import { discussionWordsOf, langAttributes, wordsOf } from "../../i18n/words.ts";
import type { Comment, Post, Site } from "../../model.ts";
import { relOf } from "../outside-link.ts";
import { authorPath } from "../paths.ts";
import { Rendered } from "../rendered.tsx";
import { Time } from "../time.tsx";
import { CommentTools } from "./comment-tools.tsx";
import { Mention } from "./mention.tsx";
import { Passage } from "./passage.tsx";

interface CommentProps {
  readonly site: Site;
  readonly post: Post;
  readonly comment: Comment;
}

/** One numbered place of the discussion: a comment, a mention, or what is left of a removed one. */
export function CommentPlace({ saysParent, ...props }: CommentProps & { saysParent: boolean }) {
  const { site, post, comment } = props;
  const words = wordsOf(site.lang);
  if (comment.removed) {
    return (
      <p class="comment removed">
        <CommentNumber {...props} /> {words.commentRemoved}
      </p>
    );
  }
  return (
    <article class={classOf(comment)} {...langAttributes(comment.lang, site.lang)}>
      <header class="comment-head" {...langAttributes(site.lang, comment.lang)}>
        <CommentNumber {...props} />{" "}
        {comment.kind === "comment" ? (
          <Name site={site} comment={comment} />
        ) : (
          <span class="badge">{words.mention[comment.kind]}</span>
        )}{" "}
        {comment.byPostAuthor && <b class="badge">{words.postAuthor}</b>}{" "}
        <Time
          time={comment.createdAt}
          lang={post.lang}
          around={site.lang}
          timeZone={site.timeZone}
          published
        />
        {saysParent && comment.parent && (
          <a class="answers" href={commentPermalink(post.path, comment.parent)}>
            {words.replyTo(comment.parent.number)}
          </a>
        )}
        {comment.note && (
          <a class="in-text" href={`#note-${comment.id}`}>
            {discussionWordsOf(site.lang).inText}
          </a>
        )}
      </header>
      <Passage {...props} />
      {comment.kind === "comment" ? (
        <Rendered html={comment.html} class="prose e-content" />
      ) : (
        <Mention site={site} comment={comment} />
      )}
      {isOpen(props) && <CommentTools {...props} />}
    </article>
  );
}

/** Whether anybody can say anything about this post now. */
export const isOpen = ({ site, post }: Pick<CommentProps, "site" | "post">): boolean =>
  post.commentsOpen && site.comments.night !== "closed";

const classOf = ({ note }: Comment): string =>
  note?.margin
    ? `comment u-comment h-cite margin-note note-${note.margin}`
    : "comment u-comment h-cite";

const CommentNumber = ({ site, post, comment }: CommentProps) => (
  <a
    // A mention's own address is the page that links here.
    class={comment.kind === "comment" && !comment.removed ? "number u-url" : "number"}
    href={commentPermalink(post.path, comment)}
    aria-label={wordsOf(site.lang).commentNumber(comment.number)}
  >
    #{comment.number}
  </a>
);

function Name({ site, comment }: Pick<CommentProps, "site" | "comment">) {
  const rel = relOf(comment.url, site.origin);
  if (comment.url && rel !== null) {
    return (
      <a class="name p-author h-card" href={comment.url} rel={rel}>
        {comment.name}
      </a>
    );
  }
  if (comment.authorSlug !== null) {
    return (
      <a class="name p-author h-card" href={permalink(authorPath(comment.authorSlug))}>
        {comment.name}
      </a>
    );
  }
  return <b class="name p-author h-card">{comment.name}</b>;
}
