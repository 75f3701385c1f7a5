import type { Reader } from "../reader.ts";
import {
  OWN,
  type OwnComment,
  type OwnRow,
  STANDING,
  type Standing,
  type StandingRow,
  toOwnComment,
  toStanding,
} from "./own.ts";

/** An approved answer to a comment. */
export interface Answer {
  /** Public id of the comment that it answers. */
  readonly parent: string;
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly excerpt: string;
}

/** The comments of these tokens' hashes, newest first, with the first answers to them. */
export async function listMine(
  reader: Reader,
  hashes: readonly string[],
): Promise<{ comments: OwnComment[]; answers: Answer[]; standing: Standing }> {
  const json = JSON.stringify(hashes);
  const [rows, answers, standing] = await reader.batch([
    reader.sql(`${OWN} WHERE ${ASKED} ORDER BY c.created_at DESC`, json),
    reader.sql(ANSWERS, json),
    reader.sql(STANDING, ""),
  ]);
  return {
    comments: (rows as OwnRow[]).map(toOwnComment),
    answers: answers as Answer[],
    standing: toStanding(standing as StandingRow[]),
  };
}

const ASKED = "c.token_hash IN (SELECT value FROM json_each(?1))";

const ANSWERS = `SELECT r.parent_public_id AS parent, r.public_id AS id, r.number, r.name, r.excerpt
  FROM comments c JOIN comments r ON r.parent_id = c.id JOIN public_posts p ON p.id = r.post_id
  WHERE ${ASKED} AND r.status = 'approved' ORDER BY r.number LIMIT 500`;
