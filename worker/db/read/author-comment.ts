import type { D1Database } from "@cloudflare/workers-types";
import type { Path } from "../../../src/model.ts";
import type { CommentStatus } from "../write/drafts.ts";

/** A comment that an author answers or changes, and the post that it stands below. */
export interface AuthorsComment {
  readonly id: string;
  readonly status: CommentStatus;
  readonly number: number | null;
  readonly name: string;
  readonly lang: string;
  readonly postGuid: string;
  readonly postPath: Path;
  readonly postLang: string;
  readonly postAuthorId: number;
}

/** Whatever its status is; none that was taken back or erased. */
export const findCommentForAuthor = (db: D1Database, id: string): Promise<AuthorsComment | null> =>
  db
    .prepare(
      `SELECT c.public_id AS id, c.status, c.number, c.name, coalesce(c.lang, p.lang) AS lang, p.guid AS postGuid,
         p.path AS postPath, p.lang AS postLang, p.author_id AS postAuthorId
       FROM comments c JOIN posts p ON p.id = c.post_id
       WHERE c.public_id = ?1 AND (c.name <> '' OR c.source <> '')`,
    )
    .bind(id)
    .first<AuthorsComment>();
