import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Html, UtcTime } from "../../../src/model.ts";
import type { CommentStatus } from "../write/drafts.ts";

/** Comments that one question for a queue gives. */
export const MOST_QUEUED = 50;

/** A comment as whoever moderates sees it. */
export interface ReviewRow {
  readonly id: string;
  readonly status: CommentStatus;
  readonly number: number | null;
  readonly name: string;
  readonly email: string | null;
  readonly url: string | null;
  readonly html: Html;
  /** As it was typed. */
  readonly text: string;
  readonly quote: string | null;
  /** JSON. */
  readonly reasons: string;
  readonly createdAt: UtcTime;
  readonly lang: string;
  readonly postGuid: string;
  readonly postPath: string;
  readonly postTitle: string;
}

const REVIEW = `SELECT c.public_id AS id, c.status, c.number, c.name, c.email, c.url, c.html,
    CASE c.format WHEN 'markdown' THEN c.source ELSE c.excerpt END AS text, c.quote, c.reasons,
    c.created_at AS createdAt, coalesce(c.lang, p.lang) AS lang,
    p.guid AS postGuid, p.path AS postPath, p.title AS postTitle
  FROM comments c JOIN posts p ON p.id = c.post_id`;

/** A database, or what reads of one for a request. */
export interface Readable {
  readonly prepare: (sql: string) => Pick<D1PreparedStatement, "bind">;
}

/** One comment, in whatever state; none that was erased. */
export const selectReview = (db: Readable, id: string): D1PreparedStatement =>
  db.prepare(`${REVIEW} WHERE c.public_id = ?1 AND (c.name <> '' OR c.source <> '')`).bind(id);

/** SQL for what has a status, in the words of the index that has it. */
export const HAS_STATUS: Readonly<Record<CommentStatus, string>> = {
  approved: "c.status = 'approved'",
  pending: "c.status = 'pending' AND c.status <> 'approved'",
  spam: "c.status = 'spam' AND c.status <> 'approved'",
  trash: "c.status = 'trash' AND c.status <> 'approved'",
};

/** What has a status, newest first. */
export const selectQueue = (db: Readable, status: CommentStatus, most: number) =>
  db
    .prepare(`${REVIEW} WHERE ${HAS_STATUS[status]} ORDER BY c.created_at DESC LIMIT ?1`)
    .bind(Math.min(most, MOST_QUEUED));

/** What somebody who asks for a link needs to know of the comment that they subscribed to. */
export const selectSubscription = (db: Readable, id: string): D1PreparedStatement =>
  db
    .prepare(
      `SELECT p.title AS postTitle, s.confirmed_at AS confirmedAt FROM comments c JOIN posts p ON p.id = c.post_id
       JOIN subscriptions s ON s.comment_id = c.id WHERE c.public_id = ?1`,
    )
    .bind(id);
