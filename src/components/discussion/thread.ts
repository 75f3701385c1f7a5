import type { Comment } from "../../model.ts";

/** Which comments stand below which. */
export interface Thread {
  /** Without a parent, or with one that stands on another page. */
  readonly top: readonly Comment[];
  /** By the id of the comment they answer, in their own order. */
  readonly replies: ReadonlyMap<string, readonly Comment[]>;
}

/** Sorts the comments of one page into threads; every one of them is in it once. */
export function toThread(comments: readonly Comment[]): Thread {
  const here = new Set(comments.map((comment) => comment.id));
  const top: Comment[] = [];
  const replies = new Map<string, Comment[]>();
  for (const comment of comments) {
    const parent = comment.parent?.id;
    if (parent === undefined || parent === comment.id || !here.has(parent)) top.push(comment);
    else replies.set(parent, [...(replies.get(parent) ?? []), comment]);
  }
  return { top, replies };
}
