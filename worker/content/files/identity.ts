import type { KnownPost } from "../../db/write/files.ts";
import type { FileDraft } from "./draft.ts";
import { guidOf } from "./hash.ts";

/** What a file is recognised by, and the guid that it gets when it is new. */
export interface Identity {
  /** As the front matter names it; null: the file's path. */
  readonly id: string | null;
  readonly guid: string;
}

export async function identityOf({ file, fields }: FileDraft): Promise<Identity> {
  const id = fields.id ?? fields.guid;
  if (id === null) return { id, guid: await guidOf("file", file.name) };
  return { id, guid: /^(urn|tag|https?):/i.test(id) ? id : await guidOf("id", id) };
}

/**
 * The post that a file made before: by its id, wherever the file lies now; else by its path; else the post that stands where
 * this one wants to, when the file that made it is gone, since then it was renamed.
 */
export function findPost(
  { file, post }: FileDraft,
  { id, guid }: Identity,
  known: readonly KnownPost[],
  isThere: (file: string) => boolean,
): KnownPost | null {
  const byId =
    id === null
      ? null
      : known.find((one) => one.fileId === id || one.guid === id || one.guid === guid);
  if (byId) return byId;
  const byFile = known.find(
    (one) => one.file === file.name && (id === null || one.fileId === null),
  );
  if (byFile) return byFile;
  const renamed = known.find(
    (one) => one.path === post.path && one.file !== null && !isThere(one.file),
  );
  return renamed && (id === null || renamed.fileId === null) ? renamed : null;
}
