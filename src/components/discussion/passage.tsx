import { permalink } from "../../addresses.ts";
import { discussionWordsOf } from "../../i18n/words.ts";
import type { Comment, Post, Quote, Site } from "../../model.ts";

interface Props {
  readonly site: Site;
  readonly post: Post;
  readonly comment: Comment;
}

/** The passage that a margin note speaks of, with the way to it. */
export function Passage({ site, post, comment }: Props) {
  const { quote } = comment;
  if (!quote) return null;
  return (
    <blockquote class="passage" lang={post.lang === comment.lang ? undefined : post.lang}>
      <a
        href={`${permalink(post.path)}#:~:text=${toFragment(quote)}`}
        aria-label={`${discussionWordsOf(site.lang).passage}: ${quote.text}`}
      >
        {quote.text}
      </a>
    </blockquote>
  );
}

/** Scroll to Text Fragment: wicg.github.io/scroll-to-text-fragment. A comma, a dash and "&" part its terms. */
function toFragment({ text, prefix, suffix }: Quote): string {
  const before = prefix.trim() && `${encode(prefix)}-,`;
  const after = suffix.trim() && `,-${encode(suffix)}`;
  return before + encode(text) + after;
}

const encode = (text: string): string =>
  encodeURIComponent(text.trim().toWellFormed()).replaceAll("-", "%2D");
