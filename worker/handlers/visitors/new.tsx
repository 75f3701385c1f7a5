import { permalink } from "../../../src/addresses.ts";
import { answersOf } from "../../../src/i18n/answers/words.ts";
import { wordsOf } from "../../../src/i18n/words.ts";
import { MAX_QUOTE } from "../../../src/limits.ts";
import { MessagePage } from "../../../src/pages/message-page.tsx";
import { NewCommentPage } from "../../../src/pages/new-comment-page.tsx";
import { blockTexts } from "../../content/comments/passages.ts";
import { cutAtWord } from "../../content/text.ts";
import { findFormPlace } from "../../db/read/discussion/place.ts";
import type { PostOfComment } from "../../db/read/discussion/post.ts";
import { BlogError } from "../../errors.ts";
import { page, siteOf } from "../answers.tsx";
import type { Visitor, VisitorHandler } from "./route.ts";

/** The plain form: of a comment, an answer, or a note on a paragraph of the post. */
export const showNewComment: VisitorHandler = async ({ post: path, parent, at }, visitor) => {
  const asked = { post: String(path ?? ""), parent: String(parent ?? "") };
  const found = await findFormPlace(visitor.reader, asked);
  if (!found.post || (asked.parent && !found.parent))
    throw new BlogError("missing", "No such post or comment");
  const { post } = found;
  const site = siteOf(visitor);
  if (!post.commentsOpen || site.comments.night === "closed") return closedPage(post, visitor);
  const quote = passageAt(post, String(at ?? ""));
  return page(
    <NewCommentPage
      site={site}
      post={post}
      parent={found.parent}
      note={quote !== null}
      values={quote === null ? {} : { quote }}
    />,
    [],
  );
};

function closedPage(post: PostOfComment, visitor: Visitor) {
  const site = siteOf(visitor);
  const words = answersOf(site.lang);
  const title = post.title || wordsOf(site.lang).untitled;
  const sentence = post.commentsOpen ? words.night : words.closed;
  const link = { title, href: permalink(post.path) };
  return page(
    <MessagePage site={site} title={title} sentences={[sentence]} link={link} />,
    [],
    403,
  );
}

/** The text of the paragraph, as a passage that can be cut down; null where none is asked for. */
function passageAt({ html }: PostOfComment, at: string): string | null {
  if (at === "") return null;
  const text = /^[1-9]\d{0,4}$/.test(at) ? blockTexts(html)[Number(at) - 1] : undefined;
  if (text === undefined) throw new BlogError("missing", "No such paragraph");
  return cutAtWord(text, MAX_QUOTE - 2).replace(/ …$/, "");
}
