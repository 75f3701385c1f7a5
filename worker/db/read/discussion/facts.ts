import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Path, UtcTime } from "../../../../src/model.ts";
import { type CommentSettings, commentSettings } from "../../write/settings.ts";
import type { Reader } from "../reader.ts";
import { OWN_BY_TOKEN, type OwnComment, type OwnRow, toOwnComment } from "./own.ts";
import {
  type CommentRef,
  POST_COLUMNS,
  POST_ID,
  type PostOfComment,
  type PostRow,
  REFERENCES,
  toPostOfComment,
} from "./post.ts";

/** What is asked before a comment is accepted. */
export interface CommentQuestion {
  /** As the form names it; the post may have moved since. */
  readonly post: Path;
  readonly parent: string | null;
  /** Of the comment's own token; null where the server makes one. */
  readonly tokenHash: string | null;
  /** Of the token of an earlier comment. */
  readonly knownHash: string | null;
  /** In small letters. */
  readonly email: string | null;
  readonly name: string;
  readonly text: string;
  /** Hosts that it links to. */
  readonly hosts: readonly string[];
  /** Comments that it speaks of. */
  readonly numbers: readonly number[];
  readonly names: readonly string[];
  /** After this, the same text is a resent form. */
  readonly resentSince: UtcTime;
  readonly recentSince: UtcTime;
  readonly spamSince: UtcTime;
  /** YYYY-MM-DD (UTC) */
  readonly day: string;
}

/** What the blog knows that decides about a comment. */
export interface CommentFacts {
  /** Null where nobody may read it. */
  readonly post: PostOfComment | null;
  readonly parent: CommentRef | null;
  /** The comment that came with this token before. */
  readonly same: OwnComment | null;
  /** Whether the same text by the same name was sent a moment ago. */
  readonly resent: boolean;
  readonly known: boolean;
  readonly hosts: ReadonlyMap<string, { approved: number; spam: number }>;
  readonly spamShapes: readonly string[];
  readonly recentShapes: readonly string[];
  readonly references: readonly CommentRef[];
  readonly authorNames: readonly string[];
  readonly settings: CommentSettings;
  /** Rows that visitors have caused to be written today. */
  readonly spent: number;
}

/** Asks for all of it in one round trip. */
export async function findCommentFacts(
  reader: Reader,
  question: CommentQuestion,
): Promise<CommentFacts> {
  const results = await reader.batch(statements(reader, question));
  const [posts, parents, same, [flags], hosts, spam, recent, references, authors] = results as [
    PostRow[],
    CommentRef[],
    OwnRow[],
    [FlagRow],
    { host: string; approved: number; spam: number }[],
    { shape: string }[],
    { shape: string }[],
    CommentRef[],
    { name: string }[],
  ];
  const [row] = posts;
  return {
    post: row ? toPostOfComment(row) : null,
    parent: parents[0] ?? null,
    same: same[0] ? toOwnComment(same[0]) : null,
    ...{ resent: flags.resent === 1, known: flags.known === 1, spent: flags.spent },
    settings: commentSettings(flags.settings),
    hosts: new Map(hosts.map(({ host, ...counts }) => [host, counts])),
    spamShapes: spam.map(({ shape }) => shape),
    recentShapes: recent.map(({ shape }) => shape),
    references,
    authorNames: authors.map(({ name }) => name),
  };
}

interface FlagRow {
  readonly resent: number;
  readonly known: number;
  readonly spent: number;
  readonly settings: string | null;
}

function statements(reader: Reader, asked: CommentQuestion): D1PreparedStatement[] {
  const { post, email, knownHash, name, text, day, hosts, numbers, names } = asked;
  return [
    reader.sql(`SELECT ${POST_COLUMNS} FROM public_posts WHERE id = ${POST_ID}`, post),
    reader.sql(PARENT, post, asked.parent),
    reader.sql(OWN_BY_TOKEN, asked.tokenHash),
    reader.sql(FLAGS, post, email, knownHash, name, text, asked.resentSince, day),
    reader.sql(HOSTS, JSON.stringify(hosts)),
    reader.sql(SPAM_SHAPES, asked.spamSince),
    reader.sql(RECENT_SHAPES, asked.recentSince),
    reader.sql(REFERENCES, post, JSON.stringify(numbers), JSON.stringify(names)),
    reader.sql("SELECT name FROM authors ORDER BY id LIMIT 200"),
  ];
}

const PARENT = `SELECT public_id AS id, number, name FROM public_comments
  WHERE post_id = ${POST_ID} AND public_id = ?2 AND NOT removed AND kind = 'comment'`;

const FLAGS = `SELECT
  EXISTS (SELECT 1 FROM comments WHERE post_id = ${POST_ID} AND created_at >= ?6 AND name = ?4 AND source = ?5
    AND status <> 'trash') AS resent,
  EXISTS (SELECT 1 FROM comments WHERE lower(email) = ?2 AND status = 'approved' AND email IS NOT NULL)
    OR EXISTS (SELECT 1 FROM comments WHERE token_hash = ?3 AND token_hash IS NOT NULL AND status = 'approved') AS known,
  coalesce((SELECT spent FROM visitor_writes WHERE day = ?7), 0) AS spent,
  (SELECT value FROM settings WHERE name = 'comments') AS settings`;

const HOSTS = `SELECT host, approved, spam FROM link_hosts
  WHERE host IN (SELECT value FROM json_each(?1))`;

const SPAM_SHAPES = `SELECT shape FROM comments WHERE status = 'spam' AND created_at >= ?1 AND status <> 'approved'
  AND shape IS NOT NULL ORDER BY created_at DESC LIMIT 200`;

const RECENT_SHAPES = `SELECT shape FROM comments WHERE created_at >= ?1 AND shape IS NOT NULL
  ORDER BY created_at DESC LIMIT 100`;
