import type { PostFields } from "../../../admin-api/posts.ts";
import { sameFields } from "../post.ts";
import type { Draft, DraftStore } from "./ports.ts";
import type { Saver } from "./saver.ts";

/** Drafts of a post and an author begin so; an open editor adds a name of its own. */
export const draftPrefix = (author: string, post: number): string => `${author}/${post}/`;

/**
 * What this browser has and the blog has not, newest first. Drafts that say what the blog says are dropped: the answer to their
 * save was lost. `open`: keys that another tab is writing; their text is there.
 */
export async function findUnsaved(
  drafts: DraftStore,
  prefix: string,
  server: PostFields,
  open: ReadonlySet<string>,
): Promise<Draft[]> {
  const listed = await drafts.list(prefix);
  const kept = listed.filter(({ key }) => !open.has(key));
  const unsaved = kept.filter(({ fields }) => !sameFields(fields, server));
  const done = kept.filter((draft) => !unsaved.includes(draft));
  await Promise.all(done.map(({ key }) => drafts.drop(key)));
  return unsaved.sort((one, other) => (one.editedAt < other.editedAt ? 1 : -1));
}

/** A draft of a closed editor becomes this one's. It leaves its old place when it lies in the new one. */
export async function takeUp(drafts: DraftStore, saver: Saver, draft: Draft): Promise<void> {
  saver.restore(draft.base, draft.fields);
  await drafts.drop(draft.key);
}
