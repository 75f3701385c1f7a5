import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../../src/model.ts";

/** The passage of a public note, and the post that should have it. */
export interface NoteRow {
  readonly id: string;
  readonly guid: string;
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The numbered notes of posts. */
export async function listNotes(db: D1Database, guids: readonly string[]): Promise<NoteRow[]> {
  const sql = `SELECT c.public_id AS id, p.guid, c.quote AS text, coalesce(c.quote_prefix, '') AS prefix,
      coalesce(c.quote_suffix, '') AS suffix
    FROM json_each(?1) asked CROSS JOIN posts p ON p.guid = asked.value
    CROSS JOIN comments c ON c.post_id = p.id AND c.quote IS NOT NULL AND c.number IS NOT NULL`;
  return (await db.prepare(sql).bind(JSON.stringify(guids)).all<NoteRow>()).results;
}

/** The comments that a text below a post may speak of, which came before it. */
export async function listMeantBefore(
  db: D1Database,
  asked: {
    readonly postId: number;
    readonly createdAt: UtcTime;
    readonly numbers: readonly number[];
    readonly names: readonly string[];
  },
): Promise<{ id: string; number: number; name: string }[]> {
  const sql = `SELECT public_id AS id, number, name FROM comments
    WHERE post_id = ?1 AND status = 'approved' AND created_at < ?2
      AND (number IN (SELECT value FROM json_each(?3)) OR name IN (SELECT value FROM json_each(?4)))
    ORDER BY number DESC LIMIT 60`;
  const { postId, createdAt, numbers, names } = asked;
  return (
    await db
      .prepare(sql)
      .bind(postId, createdAt, JSON.stringify(numbers), JSON.stringify(names))
      .all<{ id: string; number: number; name: string }>()
  ).results;
}
