import type { Html, Path } from "../../../../src/model.ts";
import type { Reader } from "../reader.ts";
import {
  type CommentRef,
  POST_COLUMNS,
  POST_ID,
  type PostOfComment,
  REFERENCES,
  toPostOfComment,
} from "./post.ts";

/** A comment that everybody sees, and its post. */
export interface ShownComment {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly html: Html;
  readonly lang: string;
  readonly postId: number;
  readonly postPath: Path;
  readonly postTitle: string;
  readonly postLang: string;
}

const SHOWN = `SELECT c.public_id AS id, c.number, c.name, c.html, coalesce(c.lang, p.lang) AS lang, p.id AS postId,
    p.path AS postPath, p.title AS postTitle, p.lang AS postLang
  FROM public_comments c JOIN public_posts p ON p.id = c.post_id WHERE c.public_id = ?1`;

/** A public comment by its public id; an empty place only where `removed` is wanted, too. */
export async function findShown(
  reader: Reader,
  id: string,
  { removed = false } = {},
): Promise<ShownComment | null> {
  const sql = removed ? SHOWN : `${SHOWN} AND NOT c.removed`;
  const [rows] = await reader.batch([reader.sql(sql, id)]);
  return ((rows as ShownComment[])[0] ?? null) as ShownComment | null;
}

/** Rows that visitors have caused to be written on a day. */
export async function findSpent(reader: Reader, day: string): Promise<number> {
  const sql = "SELECT spent FROM visitor_writes WHERE day = ?1";
  const [rows] = await reader.batch([reader.sql(sql, day)]);
  return (rows as { spent: number }[])[0]?.spent ?? 0;
}

/** What a form needs to know: the post that it is for, and the comment that is answered. */
export async function findFormPlace(
  reader: Reader,
  { post, parent }: { readonly post: Path; readonly parent: string },
): Promise<{ post: PostOfComment | null; parent: ShownComment | null }> {
  const [posts, parents] = await reader.batch([
    reader.sql(`SELECT ${POST_COLUMNS} FROM public_posts WHERE id = ${POST_ID}`, post),
    reader.sql(`${SHOWN} AND NOT c.removed`, parent),
  ]);
  const [row] = posts as Parameters<typeof toPostOfComment>[0][];
  const answered = (parents as ShownComment[])[0] ?? null;
  const found = row ? toPostOfComment(row) : null;
  return { post: found, parent: answered?.postId === found?.id ? answered : null };
}

/** The post of a text, and the comments that the text speaks of. */
export async function findMeant(
  reader: Reader,
  asked: {
    readonly post: Path;
    readonly numbers: readonly number[];
    readonly names: readonly string[];
  },
): Promise<{ post: PostOfComment; references: readonly CommentRef[] } | null> {
  const { post: path, numbers, names } = asked;
  const [posts, references] = await reader.batch([
    reader.sql(`SELECT ${POST_COLUMNS} FROM public_posts WHERE id = ${POST_ID}`, path),
    reader.sql(REFERENCES, path, JSON.stringify(numbers), JSON.stringify(names)),
  ]);
  const [row] = posts as Parameters<typeof toPostOfComment>[0][];
  return row ? { post: toPostOfComment(row), references: references as CommentRef[] } : null;
}
