import type { CommentKind, Html, Path, Quote, UtcTime } from "../../../../src/model.ts";
import type { CommentStatus } from "../../write/drafts.ts";
import { type CommentSettings, commentSettings } from "../../write/settings.ts";
import type { Reader } from "../reader.ts";

/** A comment as the one who wrote it may see it, and the author of the blog. */
export interface OwnComment {
  readonly id: string;
  readonly status: CommentStatus;
  readonly kind: CommentKind;
  readonly number: number | null;
  readonly name: string;
  readonly url: string | null;
  readonly email: string | null;
  /** As it was typed. */
  readonly text: string;
  readonly html: Html;
  readonly lang: string;
  readonly quote: Quote | null;
  readonly parent: { readonly id: string; readonly number: number } | null;
  /** Approved replies. */
  readonly replies: number;
  readonly createdAt: UtcTime;
  readonly approvedAt: UtcTime | null;
  readonly post: {
    readonly id: number;
    readonly guid: string;
    readonly path: Path;
    readonly title: string;
    readonly lang: string;
  };
}

export interface OwnRow {
  public_id: string;
  status: CommentStatus;
  kind: CommentKind;
  number: number | null;
  name: string;
  url: string | null;
  email: string | null;
  source: string;
  html: string;
  lang: string | null;
  quote: string | null;
  quote_prefix: string | null;
  quote_suffix: string | null;
  parent_public_id: string | null;
  parent_number: number | null;
  replies: number;
  created_at: UtcTime;
  approved_at: UtcTime | null;
  post_id: number;
  post_guid: string;
  post_path: string;
  post_title: string;
  post_lang: string;
}

/** SQL for such rows of comments `c`. A post that is no longer public keeps its comments to itself. */
export const OWN = `SELECT c.public_id, c.status, c.kind, c.number, c.name, c.url, c.email, c.source, c.html, c.lang,
    c.quote, c.quote_prefix, c.quote_suffix, c.parent_public_id, c.parent_number, c.replies, c.created_at, c.approved_at,
    p.id AS post_id, p.guid AS post_guid, p.path AS post_path, p.title AS post_title, p.lang AS post_lang
  FROM comments c JOIN public_posts p ON p.id = c.post_id`;

export const OWN_BY_TOKEN = `${OWN} WHERE c.token_hash = ?1`;

export function toOwnComment(row: OwnRow): OwnComment {
  const { parent_public_id: id, parent_number: number } = row;
  return {
    ...{ id: row.public_id, status: row.status, kind: row.kind, number: row.number },
    ...{ name: row.name, url: row.url, email: row.email, text: row.source },
    ...{ html: row.html as Html, lang: row.lang ?? row.post_lang, replies: row.replies },
    quote:
      row.quote === null
        ? null
        : { text: row.quote, prefix: row.quote_prefix ?? "", suffix: row.quote_suffix ?? "" },
    parent: id !== null && number !== null ? { id, number } : null,
    ...{ createdAt: row.created_at, approvedAt: row.approved_at },
    post: {
      ...{ id: row.post_id, guid: row.post_guid, path: row.post_path },
      ...{ title: row.post_title, lang: row.post_lang },
    },
  };
}

/** How things stand with comments that wait. */
export interface Standing {
  /** Pending comments that came before, up to `MOST_AHEAD`. */
  readonly ahead: number;
  /** Milliseconds that half of the last approved ones waited at most; null where nobody can say. */
  readonly usualWait: number | null;
  readonly settings: CommentSettings;
}

export const MOST_AHEAD = 100;

/** The comment whose token has this hash, and how things stand; one round trip. */
export async function findOwn(
  reader: Reader,
  id: string,
  tokenHash: string,
): Promise<{ comment: OwnComment; standing: Standing } | null> {
  const [rows, standing] = await reader.batch([
    reader.sql(`${OWN_BY_TOKEN} AND c.public_id = ?2`, tokenHash, id),
    reader.sql(STANDING, id),
  ]);
  const [row] = rows as OwnRow[];
  return row
    ? { comment: toOwnComment(row), standing: toStanding(standing as StandingRow[]) }
    : null;
}

/** How things stand with one comment. */
export async function findStanding(reader: Reader, id: string): Promise<Standing> {
  const [rows] = await reader.batch([reader.sql(STANDING, id)]);
  return toStanding(rows as StandingRow[]);
}

export interface StandingRow {
  readonly ahead: number;
  /** JSON: milliseconds of the last that waited. */
  readonly waits: string;
  readonly settings: string | null;
}

/** Reads the row of `STANDING`. */
export function toStanding([row]: readonly StandingRow[]): Standing {
  const waits = (JSON.parse(row?.waits ?? "[]") as number[]).sort((a, b) => a - b);
  return {
    ahead: row?.ahead ?? 0,
    usualWait: waits[Math.floor(waits.length / 2)] ?? null,
    settings: commentSettings(row?.settings ?? null),
  };
}

/** SQL for how things stand with the comment whose public id is ?1. */
export const STANDING = `SELECT
  (SELECT count(*) FROM (SELECT 1 FROM comments WHERE status = 'pending' AND status <> 'approved' AND created_at <
    (SELECT created_at FROM comments WHERE public_id = ?1) LIMIT ${MOST_AHEAD})) AS ahead,
  (SELECT json_group_array(1000 * (unixepoch(approved_at) - unixepoch(created_at))) FROM
    (SELECT approved_at, created_at FROM comments WHERE approved_at > created_at
     ORDER BY approved_at DESC LIMIT 51)) AS waits,
  (SELECT value FROM settings WHERE name = 'comments') AS settings`;
