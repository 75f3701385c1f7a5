import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Path, Term, UtcTime } from "../../../src/model.ts";
import type { PostStatus, Statements } from "./drafts.ts";

/** A post as the publishing of files needs to know it. */
export interface KnownPost {
  readonly postId: number;
  readonly guid: string;
  readonly path: Path;
  readonly status: PostStatus;
  readonly title: string;
  readonly source: string;
  readonly excerpt: string;
  readonly version: number;
  readonly publishedAt: UtcTime | null;
  readonly localDate: string | null;
  readonly updatedAt: UtcTime;
  /** What is remembered of its file; null for a post that no file made. */
  readonly file: string | null;
  readonly fileId: string | null;
  readonly hash: string | null;
  readonly seen: string | null;
}

const KNOWN = `SELECT posts.id AS postId, posts.guid, posts.path, posts.status, posts.title, posts.source,
    posts.excerpt, posts.version, posts.published_at AS publishedAt, posts.local_date AS localDate,
    posts.updated_at AS updatedAt, files.path AS file, files.id AS fileId, files.hash, files.seen
  FROM posts LEFT JOIN files ON files.post_id = posts.id`;

/** What a post may be recognised by. */
export interface PostNames {
  readonly files: readonly string[];
  readonly ids: readonly string[];
  readonly guids: readonly string[];
  readonly paths: readonly Path[];
}

/** The posts that these files made, whose guid they name, or that stand where they want to stand. The demo leaves. */
export async function listKnownPosts(db: D1Database, names: PostNames): Promise<KnownPost[]> {
  const sql = `${KNOWN} WHERE posts.demo = 0 AND posts.id IN (
    SELECT post_id FROM files WHERE path IN (SELECT value FROM json_each(?1))
    UNION SELECT post_id FROM files WHERE id IN (SELECT value FROM json_each(?2))
    UNION SELECT id FROM posts WHERE guid IN (SELECT value FROM json_each(?3))
    UNION SELECT id FROM posts WHERE path IN (SELECT value FROM json_each(?4)))`;
  const values = [names.files, names.ids, names.guids, names.paths];
  const bound = values.map((value) => JSON.stringify(value));
  const { results } = await db
    .prepare(sql)
    .bind(...bound)
    .all<KnownPost>();
  return results;
}

export interface PublishedFile {
  readonly postId: number;
  readonly path: Path;
  readonly file: string;
}

/** Every post that a file made and that its absence has not yet made a draft. Not its text: there may be thousands. */
export async function listPublishedFiles(db: D1Database): Promise<PublishedFile[]> {
  const sql = `SELECT posts.id AS postId, posts.path, files.path AS file
    FROM files JOIN posts ON posts.id = files.post_id WHERE files.hash <> ''`;
  return (await db.prepare(sql).all<PublishedFile>()).results;
}

/**
 * Before files are remembered anew: two of them may have changed places. A post whose file's name now belongs to another
 * keeps a name that no file has: it is gone.
 */
export const forgetFiles = (
  db: D1Database,
  guids: readonly string[],
  names: readonly string[],
): Statements => {
  const ids = "SELECT id FROM posts WHERE guid IN (SELECT value FROM json_each(?1))";
  return [
    db.prepare(`DELETE FROM files WHERE post_id IN (${ids})`).bind(JSON.stringify(guids)),
    db
      .prepare(
        `UPDATE files SET path = path || '#' || post_id
         WHERE path IN (SELECT value FROM json_each(?1))`,
      )
      .bind(JSON.stringify(names)),
  ];
};

export interface Remembered {
  readonly guid: string;
  readonly file: string;
  readonly id: string | null;
  readonly hash: string;
  readonly seen: string;
}

/** What was published from a file, to compare with the next time. */
export const rememberFile = (db: D1Database, { guid, ...kept }: Remembered): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO files (post_id, path, id, hash, seen)
       SELECT id, ?2, ?3, ?4, ?5 FROM posts WHERE guid = ?1`,
    )
    .bind(guid, kept.file, kept.id, kept.hash, kept.seen);

export interface WritingDefaults {
  readonly lang: string | null;
  readonly timeZone: string | null;
  readonly title: string | null;
  /** Whether the blog shows the demo. */
  readonly demo: boolean;
  /** Owners first. */
  readonly authors: readonly Term[];
}

/** What the owner set for the whole blog, the demo's settings aside, and who may write. */
export async function findWritingDefaults(db: D1Database): Promise<WritingDefaults> {
  const setting = (name: string) =>
    `(SELECT json_extract(value, '$') FROM settings WHERE name = '${name}' AND demo = 0)`;
  const sql = `SELECT ${setting("lang")} AS lang, ${setting("timeZone")} AS timeZone, ${setting("title")} AS title,
    EXISTS (SELECT 1 FROM posts WHERE demo = 1) AS demo,
    (SELECT json_group_array(json_object('slug', slug, 'name', name))
     FROM (SELECT * FROM authors WHERE demo = 0 ORDER BY role <> 'owner', id)) AS authors`;
  type Row = Omit<WritingDefaults, "demo" | "authors"> & { demo: number; authors: string };
  const row = (await db.prepare(sql).first<Row>()) as Row;
  return { ...row, demo: row.demo === 1, authors: JSON.parse(row.authors) };
}
