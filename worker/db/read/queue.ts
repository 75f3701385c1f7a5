import type { D1Database, D1Result } from "@cloudflare/workers-types";
import type { CommentKind, UtcTime } from "../../../src/model.ts";
import type { CommentStatus } from "../write/drafts.ts";
import { HAS_STATUS } from "./moderation.ts";

/** A comment as whoever moderates sees it: no markup, and of ours only the post's id. */
export interface QueuedRow {
  readonly id: string;
  readonly status: CommentStatus;
  readonly number: number | null;
  readonly kind: CommentKind;
  readonly name: string;
  readonly email: string | null;
  readonly url: string | null;
  /** As it was typed. */
  readonly text: string;
  /** False: how an imported one begins. */
  readonly whole: boolean;
  readonly lang: string;
  readonly quote: string | null;
  readonly reasons: readonly { readonly code: string; readonly detail?: string }[];
  readonly createdAt: UtcTime;
  readonly editedAt: UtcTime | null;
  readonly postId: number;
  readonly postPath: string;
  readonly postTitle: string;
  readonly parentNumber: number | null;
  readonly own: boolean;
}

export interface QueueQuestion {
  readonly status: CommentStatus;
  /** Part of the text, the name, the mail address or the website; empty: all. */
  readonly words: string;
  readonly postId: number | null;
  /** Below this author's posts; null: everybody's. */
  readonly authorId: number | null;
  /** Where the last part ended. */
  readonly after: QueuePlace | null;
  readonly limit: number;
}

export interface QueuePlace {
  readonly at: UtcTime;
  readonly key: number;
}

export interface QueuePart {
  readonly items: readonly QueuedRow[];
  /** Where the list goes on; with words, a part may be short, or empty, and the list still go on. */
  readonly next: QueuePlace | null;
}

/** Rows that a question with words walks past, so that none costs more than that. */
export const MOST_WALKED = 1_000;
/** A total is counted no further. */
export const MOST_TOTAL = 10_000;

/** What fits, newest first. */
export async function listQueue(db: D1Database, question: QueueQuestion): Promise<QueuePart> {
  const { words, postId, authorId, after, limit } = question;
  const some = words !== "" || authorId !== null;
  const walked = walk(question, some ? MOST_WALKED : limit + 1);
  const place = [after?.at ?? "9999", after?.key ?? 0, postId];
  const [rows, last] = (await db.batch([
    db
      .prepare(`${COLUMNS} FROM (${walked}) walked JOIN posts p ON p.id = walked.post_id
        WHERE ${FITS} ORDER BY walked.created_at DESC, walked.key DESC LIMIT ${limit + 1}`)
      .bind(...place, words.toLowerCase(), authorId),
    db
      .prepare(`SELECT created_at AS at, key, count(*) OVER () AS n FROM (${walked}) walked
        ORDER BY created_at, key LIMIT 1`)
      .bind(...place),
  ])) as [D1Result<Row>, D1Result<QueuePlace & { n: number }>];
  return cut(rows.results, last.results[0], { limit, some });
}

/** ?1 and ?2: where to go on; ?3: below which post. */
const walk = ({ status, postId }: QueueQuestion, most: number): string => `
  SELECT c.id AS key, c.* FROM comments c
  WHERE ${postId === null ? `${HAS_STATUS[status]} AND ?3 IS NULL` : `c.post_id = ?3 AND c.status = '${status}'`}
    AND (c.created_at, c.id) < (?1, ?2) ORDER BY c.created_at DESC, c.id DESC LIMIT ${most}`;

function cut(
  rows: readonly Row[],
  last: (QueuePlace & { n: number }) | undefined,
  { limit, some }: { limit: number; some: boolean },
): QueuePart {
  const items = rows.slice(0, limit);
  const end = items.at(-1);
  if (rows.length > limit && end)
    return { items: items.map(toQueued), next: { at: end.createdAt, key: end.key } };
  const more = some && last && last.n >= MOST_WALKED;
  return { items: items.map(toQueued), next: more ? { at: last.at, key: last.key } : null };
}

/** How many have a status, no further than anybody reads. */
export async function countQueue(db: D1Database, status: CommentStatus): Promise<number> {
  const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM comments c WHERE ${HAS_STATUS[status]} LIMIT ${MOST_TOTAL})`;
  return (await db.prepare(sql).bind().first<number>("n")) ?? 0;
}

const COLUMNS = `SELECT walked.key, walked.public_id AS id, walked.status, walked.number, walked.kind, walked.name, walked.email, walked.url,
    CASE walked.format WHEN 'markdown' THEN walked.source ELSE walked.excerpt END AS text, walked.format = 'markdown' AS whole, coalesce(walked.lang, p.lang) AS lang, walked.quote,
    walked.reasons, walked.created_at AS createdAt, walked.edited_at AS editedAt, walked.post_id AS postId, p.path AS postPath,
    p.title AS postTitle, walked.parent_number AS parentNumber, walked.author_id IS NOT NULL AS own`;

/** ?4: words; ?5: whose posts. */
const FITS = `(?4 = '' OR instr(lower(walked.name || char(10) || coalesce(walked.email, '') || char(10) || coalesce(walked.url, '')
    || char(10) || walked.source), ?4) > 0) AND (?5 IS NULL OR p.author_id = ?5)`;

type Row = Omit<QueuedRow, "reasons" | "own" | "whole"> & {
  key: number;
  reasons: string;
  own: number;
  whole: number;
};

const toQueued = ({ key: _, reasons, own, whole, ...row }: Row): QueuedRow => ({
  ...row,
  reasons: JSON.parse(reasons),
  own: own === 1,
  whole: whole === 1,
});
