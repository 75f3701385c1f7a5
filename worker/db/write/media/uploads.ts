import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../../src/model.ts";
import type { Statements } from "../drafts.ts";

/** A file that comes in parts. */
export interface UploadDraft {
  /** What it will be stored under. */
  readonly key: string;
  /** R2's name for it. */
  readonly uploadId: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** SHA-256 of each part. */
  readonly hashes: readonly string[];
  readonly authorId: number | null;
}

export interface Upload extends UploadDraft {
  readonly parts: readonly UploadPart[];
}

export interface UploadPart {
  /** From 1. */
  readonly part: number;
  /** R2's. */
  readonly etag: string;
}

interface UploadRow extends Omit<Upload, "hashes" | "parts"> {
  readonly hashes: string;
  readonly parts: string;
}

export async function findUpload(db: D1Database, key: string): Promise<Upload | null> {
  const sql = `SELECT key, upload_id AS uploadId, name, type, bytes, hashes, author_id AS authorId,
      (SELECT json_group_array(json_object('part', part, 'etag', etag)) FROM
        (SELECT part, etag FROM upload_parts WHERE upload_key = key ORDER BY part)) AS parts
    FROM uploads WHERE key = ?1`;
  const row = await db.prepare(sql).bind(key).first<UploadRow>();
  return row && { ...row, hashes: JSON.parse(row.hashes), parts: JSON.parse(row.parts) };
}

/** Whoever was first is the one whose parts R2 gathers. */
export function insertUpload(
  db: D1Database,
  { key, uploadId, name, type, bytes, hashes, authorId }: UploadDraft,
  now: UtcTime,
): D1PreparedStatement {
  const sql = `INSERT INTO uploads (key, upload_id, name, type, bytes, hashes, author_id, touched_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (key) DO NOTHING RETURNING key`;
  const values = [key, uploadId, name, type, bytes, JSON.stringify(hashes), authorId, now];
  return db.prepare(sql).bind(...values);
}

/** Notes a part that R2 has; a part that is sent again takes its place. */
export const insertPart = (
  db: D1Database,
  key: string,
  { part, etag }: UploadPart,
  now: UtcTime,
): Statements => [
  db
    .prepare(
      `INSERT INTO upload_parts (upload_key, part, etag) VALUES (?1, ?2, ?3)
       ON CONFLICT (upload_key, part) DO UPDATE SET etag = excluded.etag`,
    )
    .bind(key, part, etag),
  db.prepare("UPDATE uploads SET touched_at = ?2 WHERE key = ?1").bind(key, now),
];

export const deleteUpload = (db: D1Database, key: string): D1PreparedStatement =>
  db.prepare("DELETE FROM uploads WHERE key = ?1").bind(key);

/** Those that nobody went on with, oldest first. */
export async function listAbandoned(
  db: D1Database,
  before: UtcTime,
  limit: number,
): Promise<Pick<UploadDraft, "key" | "uploadId">[]> {
  const sql = `SELECT key, upload_id AS uploadId FROM uploads WHERE touched_at < ?1
    ORDER BY touched_at LIMIT ?2`;
  return (await db.prepare(sql).bind(before, limit).all<UploadDraft>()).results;
}
