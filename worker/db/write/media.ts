import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";

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
}

export function insertMedia(db: D1Database, media: MediaDraft): D1PreparedStatement {
  const sql = `INSERT INTO media (key, name, type, bytes, width, height, alt, source_url, created_at, demo)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (key) DO NOTHING`;
  const { key, name, type, bytes, width, height, alt, sourceUrl, createdAt } = media;
  const values = [key, name, type, bytes, width, height, alt, sourceUrl, createdAt];
  return db.prepare(sql).bind(...values, media.demo ? 1 : 0);
}

export interface LinkDraft {
  readonly title: string;
  readonly url: string;
  readonly description: string;
  readonly position: number;
  readonly demo?: boolean;
}

/** A line of the blogroll. */
export function insertLink(db: D1Database, link: LinkDraft): D1PreparedStatement {
  const sql = `INSERT INTO links (title, url, description, position, demo) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (url) DO NOTHING`;
  return db
    .prepare(sql)
    .bind(link.title, link.url, link.description, link.position, link.demo ? 1 : 0);
}
