import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../../src/model.ts";

export interface MediaDraft {
  /** Hash of the bytes: the same file is stored once. */
  readonly key: string;
  readonly name: string;
  /** Decided by the bytes, never by the name. */
  readonly type: string;
  readonly bytes: number;
  /** Pixels; null for sound. */
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string;
  /** Where an import found it. */
  readonly sourceUrl: string | null;
  readonly createdAt: UtcTime;
  readonly demo?: boolean;
  /** Sound and film, where it is known. */
  readonly seconds?: number | null;
  /** Who brought it. */
  readonly authorId?: number | null;
}

/** A file that is there already keeps what is said of it. */
export function insertMedia(db: D1Database, media: MediaDraft): D1PreparedStatement {
  const sql = `INSERT INTO media (key, name, type, bytes, width, height, alt, source_url, created_at, demo,
      seconds, author_id)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT (key) DO NOTHING`;
  const { key, name, type, bytes, width, height, alt, sourceUrl, createdAt } = media;
  const values = [key, name, type, bytes, width, height, alt, sourceUrl, createdAt];
  const { demo = false, seconds = null, authorId = null } = media;
  return db.prepare(sql).bind(...values, demo ? 1 : 0, seconds, authorId);
}

/** A picture in fewer pixels. */
export interface Size {
  /** Pixels. */
  readonly width: number;
  readonly key: string;
}

/** Keeps a size with its picture; one of the same width takes its place. Gives no row back where the picture is not there. */
export const insertSize = (db: D1Database, of: string, { width, key }: Size): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO media_sizes (of, width, key) SELECT key, ?2, ?3 FROM media WHERE key = ?1
       ON CONFLICT (of, width) DO UPDATE SET key = excluded.key RETURNING key`,
    )
    .bind(of, width, key);

export interface MediaAbout {
  readonly name: string;
  readonly alt: string;
}

export const updateMediaAbout = (
  db: D1Database,
  key: string,
  { name, alt }: MediaAbout,
): D1PreparedStatement =>
  db.prepare("UPDATE media SET name = ?2, alt = ?3 WHERE key = ?1").bind(key, name, alt);

/** Deletes a row, and with it its sizes, unless a text names one of them; gives it back where it is gone. */
export const deleteUnusedMedia = (db: D1Database, key: string): D1PreparedStatement =>
  db
    .prepare(
      `DELETE FROM media WHERE key = ?1
         AND NOT EXISTS (SELECT 1 FROM media_uses WHERE media_key = ?1)
         AND NOT EXISTS (SELECT 1 FROM media_sizes s JOIN media_uses u ON u.media_key = s.key WHERE s.of = ?1)
       RETURNING key`,
    )
    .bind(key);
