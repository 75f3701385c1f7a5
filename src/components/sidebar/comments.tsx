import { commentPermalink } from "../../addresses.ts";
import { langAttributes, wordsOf } from "../../i18n/words.ts";
import type { InterfaceLang, LatestComment } from "../../model.ts";

interface Props {
  readonly lang: InterfaceLang;
  readonly comments: readonly LatestComment[];
}

/** What was said last, anywhere on the blog. */
export const CommentsBlock = ({ lang, comments }: Props) => (
  <section class="block latest-comments">
    <h2>{wordsOf(lang).latestComments}</h2>
    <ul>
      {comments.map((comment) => (
        <li key={comment.id}>
          <a href={commentPermalink(comment.postPath, comment)}>
            <b>{comment.name}</b>{" "}
            <span {...langAttributes(comment.lang, lang)}>{comment.excerpt}</span>
          </a>
          <small class="below">
            {wordsOf(lang).on}{" "}
            <span {...langAttributes(comment.postLang, lang)}>
              {comment.postTitle || wordsOf(lang).untitled}
            </span>
          </small>
        </li>
      ))}
    </ul>
  </section>
);
