import type { D1Database } from "@cloudflare/workers-types";
import type { Path } from "../../src/model.ts";
import type { Statements } from "../db/write/drafts.ts";
import {
  listMarkdownComments,
  listMarkdownPosts,
  type RenderedCommentRow,
  type RenderedPostRow,
  updateRenderedComment,
  updateRenderedPost,
} from "../db/write/rendered.ts";
import { updateSite } from "../db/write/site.ts";
import { renderPostAgain } from "./files/post-again.ts";
import { renderCommentMarkdown } from "./markdown.ts";

/** Posts or comments that share a question and a batch. */
const AT_ONCE = 50;

export interface RenderedAgain {
  posts: number;
  comments: number;
  changed: number;
  /** Posts that were left as they are, since their pictures could not be found again. */
  readonly left: Path[];
}

/**
 * Makes the HTML of all posts and comments in Markdown anew and writes what differs, a batch after the other. Stopped
 * and started again, it finds what is done and writes the rest.
 */
export async function renderAgain(
  db: D1Database,
  tell: (done: RenderedAgain) => void,
): Promise<RenderedAgain> {
  const done: RenderedAgain = { posts: 0, comments: 0, changed: 0, left: [] };
  for await (const posts of pages((after) => listMarkdownPosts(db, after, AT_ONCE))) {
    await write(db, done, changedPosts(db, posts, done.left));
    done.posts += posts.length;
    tell(done);
  }
  for await (const comments of pages((after) => listMarkdownComments(db, after, AT_ONCE))) {
    await write(db, done, changedComments(db, comments));
    done.comments += comments.length;
    tell(done);
  }
  await db.batch([updateSite(db)]);
  return done;
}

const changedPosts = (
  db: D1Database,
  posts: readonly RenderedPostRow[],
  left: Path[],
): Statements =>
  posts.flatMap((post) => {
    const now = renderPostAgain(post);
    if (!now) left.push(post.path);
    const same = now?.html === post.html && now.lead === post.lead && now.words === post.words;
    return !now || same ? [] : updateRenderedPost(db, post, now);
  });

const changedComments = (db: D1Database, comments: readonly RenderedCommentRow[]): Statements =>
  comments.flatMap((comment) => {
    const now = renderCommentMarkdown(comment.source, comment.lang);
    const same = now.html === comment.html && now.excerpt === comment.excerpt;
    return same ? [] : updateRenderedComment(db, comment, now);
  });

async function write(db: D1Database, done: RenderedAgain, statements: Statements): Promise<void> {
  if (statements.length > 0) await db.batch(statements);
  done.changed += statements.length;
}

async function* pages<Row extends { readonly id: number }>(
  list: (after: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let rows = await list(0); rows.length > 0; rows = await list(rows.at(-1)?.id ?? 0))
    yield rows;
}
