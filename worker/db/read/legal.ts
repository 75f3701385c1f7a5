import type { D1Database } from "@cloudflare/workers-types";
import type { Path } from "../../../src/model.ts";

/** A static page that every blog should have, whatever its status is. */
export interface LegalRow {
  readonly id: number;
  readonly slug: string;
  readonly path: Path;
  readonly source: string;
  readonly words: number;
  readonly listed: number;
}

/** Static pages with these slugs, those that readers see first. */
export async function listLegal(db: D1Database, slugs: readonly string[]): Promise<LegalRow[]> {
  const sql = `SELECT id, slug, path, source, words, status = 'published' AS listed FROM posts
    WHERE kind = 'page' AND demo = 0 AND slug IN (SELECT value FROM json_each(?1)) ORDER BY listed DESC, id`;
  return (await db.prepare(sql).bind(JSON.stringify(slugs)).all<LegalRow>()).results;
}
