import type { D1Database } from "@cloudflare/workers-types";
import type { Path, UtcTime } from "../../src/model.ts";
import { change } from "../db/write/changes.ts";
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
import { updateText } from "../db/write/text.ts";
import { renderCommentAgain } from "./comments/again.ts";
import { placeNotes } from "./comments/places.ts";
import { renderPostAgain } from "./files/post-again.ts";

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
  now: UtcTime,
  tell: (done: RenderedAgain) => void,
): Promise<RenderedAgain> {
  const done: RenderedAgain = { posts: 0, comments: 0, changed: 0, left: [] };
  for await (const posts of pages((after) => listMarkdownPosts(db, after, AT_ONCE))) {
    done.changed += await write(db, now, await changedPosts(db, posts, done.left));
    done.posts += posts.length;
    tell(done);
  }
  for await (const comments of pages((after) => listMarkdownComments(db, after, AT_ONCE))) {
    done.changed += await write(db, now, await changedComments(db, comments));
    done.comments += comments.length;
    tell(done);
  }
  return done;
}

/** What rendering makes of a post, and a reader may find it by. */
const SAID = ["html", "lead", "words", "text", "blocks"] as const;

async function changedPosts(
  db: D1Database,
  posts: readonly RenderedPostRow[],
  left: Path[],
): Promise<Statements> {
  const changed: { guid: string; html: string }[] = [];
  const statements = posts.flatMap((post) => {
    const rendered = renderPostAgain(post);
    if (!rendered) left.push(post.path);
    if (!rendered) return [];
    const now = { ...rendered, blocks: JSON.stringify(rendered.blocks) };
    if (SAID.every((part) => now[part] === post[part])) return [];
    changed.push({ guid: post.guid, html: now.html });
    return updateRenderedPost(db, post, now);
  });
  return [...statements, ...(await placeNotes(db, changed))];
}

async function changedComments(
  db: D1Database,
  comments: readonly RenderedCommentRow[],
): Promise<Statements> {
  const statements: Statements = [];
  for (const comment of comments) {
    const now = await renderCommentAgain(db, comment);
    const same = now.html === comment.html && now.excerpt === comment.excerpt;
    if (!same) statements.push(updateRenderedComment(db, comment, now));
  }
  return statements;
}

/** Each batch stales what shows it, so that one which was the last is not forgotten. Gives how much it changed. */
async function write(db: D1Database, now: UtcTime, rendered: Statements): Promise<number> {
  if (rendered.length === 0) return 0;
  const follows = [...updateText(db), updateSite(db), ...change(db, ["site"], { now, gone: true })];
  await db.batch([...rendered, ...follows]);
  return rendered.length;
}

async function* pages<Row extends { readonly id: number }>(
  list: (after: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let rows = await list(0); rows.length > 0; rows = await list(rows.at(-1)?.id ?? 0))
    yield rows;
}
