import type { Path, UtcTime } from "../../../../src/model.ts";

/** The post that a comment is for. */
export interface PostOfComment {
  readonly id: number;
  readonly guid: string;
  readonly path: Path;
  readonly lang: string;
  readonly title: string;
  readonly html: string;
  readonly commentsOpen: boolean;
  readonly commentsHeld: boolean;
  readonly publishedAt: UtcTime;
}

/** A comment that another one may speak of. */
export interface CommentRef {
  readonly id: string;
  readonly number: number;
  readonly name: string;
}

export type PostRow = Omit<PostOfComment, "commentsOpen" | "commentsHeld"> & {
  open: number;
  held: number;
};

export const toPostOfComment = ({ open, held, ...post }: PostRow): PostOfComment => ({
  ...post,
  commentsOpen: open === 1,
  commentsHeld: held === 1,
});

/** A form may have been open while its post moved. */
export const POST_ID = `(SELECT id FROM public_posts WHERE path =
  coalesce((SELECT target FROM redirects WHERE path = ?1 AND NOT EXISTS
    (SELECT 1 FROM public_posts WHERE path = ?1)), ?1))`;

export const POST_COLUMNS =
  "id, guid, path, lang, title, html, comments_open AND NOT comments_aged AS open, comments_held AS held, published_at AS publishedAt";

/** Comments of a post, the newest, among which a name is looked for: whoever types one decides how often. */
const MOST_NAMED = 400;

/** SQL for the comments of the post ?1 with the numbers of ?2 or the names of ?3. */
export const REFERENCES = `SELECT public_id AS id, number, name FROM public_comments
  WHERE post_id = ${POST_ID} AND NOT removed AND number IN (SELECT value FROM json_each(?2))
  UNION ALL SELECT * FROM (SELECT public_id AS id, number, name FROM public_comments
    WHERE post_id = ${POST_ID} AND NOT removed AND name IN (SELECT value FROM json_each(?3)) AND json_array_length(?3) > 0
      AND number > (SELECT last_number - ${MOST_NAMED} FROM posts WHERE id = ${POST_ID})
    ORDER BY number DESC LIMIT 20)`;
