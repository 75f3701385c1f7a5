import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";

export interface RevisionRow {
  readonly revision: number;
  readonly kind: "auto" | "save" | "publish";
  readonly slug: string | null;
  readonly name: string | null;
  readonly savedAt: UtcTime;
  readonly words: number;
}

const REVISION = `SELECT r.revision, r.kind, a.slug, a.name, r.saved_at AS savedAt, r.words`;
const OF_POST = "FROM revisions r LEFT JOIN authors a ON a.id = r.author_id WHERE r.post_id = ?1";

/** The saves of a post before this one, latest first. */
export async function listRevisions(db: D1Database, id: number, before: number, limit: number) {
  const sql = `${REVISION} ${OF_POST} AND r.revision < ?2 ORDER BY r.revision DESC LIMIT ?3`;
  return (await db.prepare(sql).bind(id, before, limit).all<RevisionRow>()).results;
}

export const findRevision = (db: D1Database, id: number, revision: number) =>
  db
    .prepare(`${REVISION}, r.fields ${OF_POST} AND r.revision = ?2`)
    .bind(id, revision)
    .first<RevisionRow & { readonly fields: string }>();
