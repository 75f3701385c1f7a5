import type { D1Database } from "@cloudflare/workers-types";

export interface MediaRow {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** Pixels; null for sound. */
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string;
}

export const findMedia = (db: Pick<D1Database, "prepare">, key: string): Promise<MediaRow | null> =>
  db
    .prepare("SELECT key, name, type, width, height, alt FROM media WHERE key = ?1")
    .bind(key)
    .first<MediaRow>();
