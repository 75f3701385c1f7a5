import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";

/** A file of the library. */
export interface MediaRow {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
  readonly alt: string;
  readonly createdAt: UtcTime;
  readonly authorId: number | null;
  readonly sizes: { width: number; key: string }[];
  /** Posts and static pages that name it. */
  readonly usedIn: number;
}

type Row = Omit<MediaRow, "sizes"> & { readonly sizes: string };

const COLUMNS = `key, name, type, bytes, width, height, seconds, alt, created_at AS createdAt, author_id AS authorId,
  (SELECT json_group_array(json_object('width', width, 'key', key)) FROM
    (SELECT width, s.key FROM media_sizes s WHERE s.of = m.key ORDER BY width)) AS sizes,
  (SELECT count(*) FROM media_uses WHERE media_key = m.key) AS usedIn`;

const toMedia = (row: Row): MediaRow => ({ ...row, sizes: JSON.parse(row.sizes) });

export async function findMedia(db: D1Database, key: string): Promise<MediaRow | null> {
  const sql = `SELECT ${COLUMNS} FROM media m WHERE key = ?1`;
  const row = await db.prepare(sql).bind(key).first<Row>();
  return row && toMedia(row);
}

/** The rows of these keys, those that are there. */
export async function listMediaOf(db: D1Database, keys: readonly string[]): Promise<MediaRow[]> {
  if (keys.length === 0) return [];
  const sql = `SELECT ${COLUMNS} FROM media m WHERE key IN (SELECT value FROM json_each(?1))`;
  return (await db.prepare(sql).bind(JSON.stringify(keys)).all<Row>()).results.map(toMedia);
}

/** Where a list goes on. */
export interface MediaPlace {
  readonly createdAt: UtcTime;
  readonly key: string;
}

export interface MediaQuestion {
  /** Part of a name or an alternative text; empty: all. */
  readonly words: string;
  readonly kind: "image" | "audio" | "other" | null;
  readonly after: MediaPlace | null;
  readonly limit: number;
}

/** Rows that one question walks past, newest first. */
export const MOST_WALKED = 1_000;

const KINDS = {
  image: "type LIKE 'image/%'",
  audio: "type LIKE 'audio/%'",
  other: "type NOT LIKE 'image/%' AND type NOT LIKE 'audio/%'",
} as const;

/** The newest files that fit, and where to go on; a page may be short, or empty, and the list still go on. */
export async function searchMedia(
  db: D1Database,
  { words, kind, after, limit }: MediaQuestion,
): Promise<{ readonly items: MediaRow[]; readonly next: MediaPlace | null }> {
  const walked = `FROM media WHERE (created_at, key) < (?1, ?2) ORDER BY created_at DESC, key DESC`;
  const fits = kind ? `AND ${KINDS[kind]}` : "";
  const start = [after?.createdAt ?? "9999", after?.key ?? ""];
  const [found, last] = await db.batch<Row>([
    db
      .prepare(
        `SELECT ${COLUMNS} FROM (SELECT * ${walked} LIMIT ${MOST_WALKED}) m
         WHERE (?3 = '' OR instr(lower(name), lower(?3)) > 0 OR instr(lower(alt), lower(?3)) > 0) ${fits}
         ORDER BY created_at DESC, key DESC LIMIT ?4`,
      )
      .bind(...start, words, limit + 1),
    db
      .prepare(`SELECT key, created_at AS createdAt ${walked} LIMIT 1 OFFSET ${MOST_WALKED - 1}`)
      .bind(...start),
  ]);
  const items = (found?.results ?? []).slice(0, limit).map(toMedia);
  const more = (found?.results.length ?? 0) > limit ? items.at(-1) : last?.results[0];
  return { items, next: more ? { createdAt: more.createdAt, key: more.key } : null };
}

export interface Use {
  readonly id: number;
  readonly title: string;
  readonly path: string;
  readonly status: string;
}

const MOST_USES = 100;

/**
 * The newest posts and static pages that name a file, or one of its sizes: of an author those that are theirs or that readers
 * find, without an author all.
 */
export async function listUses(
  db: D1Database,
  key: string,
  authorId: number | null,
): Promise<Use[]> {
  const sql = `SELECT DISTINCT p.id, p.title, p.path, p.status FROM media_uses u JOIN posts p ON p.id = u.post_id
    WHERE (u.media_key = ?1 OR u.media_key IN (SELECT s.key FROM media_sizes s WHERE s.of = ?1))
      AND (?2 IS NULL OR p.author_id = ?2 OR p.status = 'published')
    ORDER BY p.id DESC LIMIT ${MOST_USES}`;
  return (await db.prepare(sql).bind(key, authorId).all<Use>()).results;
}

/** Of these keys those that a row, a size or an upload names. */
export async function listKnownKeys(db: D1Database, keys: readonly string[]): Promise<Set<string>> {
  const sql = `SELECT value AS key FROM json_each(?1) WHERE EXISTS (SELECT 1 FROM media WHERE key = value)
    OR EXISTS (SELECT 1 FROM media_sizes s WHERE s.key = value)
    OR EXISTS (SELECT 1 FROM uploads WHERE key = value)`;
  const { results } = await db.prepare(sql).bind(JSON.stringify(keys)).all<{ key: string }>();
  return new Set(results.map(({ key }) => key));
}
