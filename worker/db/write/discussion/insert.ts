import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Html, Quote, UtcTime } from "../../../../src/model.ts";
import type { Statements } from "../drafts.ts";
import { counted } from "./counted.ts";

/** A visitor's comment that has been decided about. */
export interface VisitorComment {
  readonly publicId: string;
  readonly postId: number;
  readonly parent: string | null;
  readonly status: "approved" | "pending" | "spam";
  readonly name: string;
  readonly url: string | null;
  readonly email: string | null;
  readonly text: string;
  readonly html: Html;
  readonly excerpt: string;
  /** Null: the post's. */
  readonly lang: string | null;
  readonly quote: Quote | null;
  readonly noteBlock: number | null;
  readonly tokenHash: string;
  /** JSON. */
  readonly reasons: string;
  readonly shape: string;
  readonly now: UtcTime;
  /** The same text after this is a resent form; null where the browser knows what it sent. */
  readonly resentSince: UtcTime | null;
}

/**
 * The row and what it counts for. Nothing is written where the post is closed or gone, the parent is, or the same comment is
 * there: who wants to know reads it by its token in the same batch.
 */
export const insertVisitorComment = (db: D1Database, comment: VisitorComment): Statements =>
  // What nobody sees counts for nothing.
  comment.status === "approved"
    ? counted(db, [comment.publicId], [insertRow(db, comment)])
    : [insertRow(db, comment)];

function insertRow(db: D1Database, comment: VisitorComment): D1PreparedStatement {
  const { quote } = comment;
  return db
    .prepare(INSERT)
    .bind(
      ...[comment.publicId, comment.postId, comment.parent, comment.status, comment.name],
      ...[comment.url, comment.email, comment.text, comment.html, comment.excerpt, comment.lang],
      ...[quote?.text ?? null, quote?.prefix ?? null, quote?.suffix ?? null, comment.noteBlock],
      ...[comment.tokenHash, comment.reasons, comment.shape, comment.now, comment.resentSince],
    );
}

const INSERT = `INSERT INTO comments (public_id, post_id, parent_id, parent_public_id, parent_number, status, number,
    name, url, email, format, source, html, excerpt, lang, quote, quote_prefix, quote_suffix, note_block, token_hash,
    reasons, shape, approved_at, created_at, updated_at)
  SELECT ?1, p.id, parent.id, parent.public_id, parent.number, ?4,
    CASE ?4 WHEN 'approved' THEN 1 + max(p.last_number, coalesce(
      (SELECT max(number) FROM comments WHERE post_id = p.id), 0)) END,
    ?5, ?6, ?7, 'markdown', ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
    CASE ?4 WHEN 'approved' THEN ?19 END, ?19, ?19
  FROM public_posts p LEFT JOIN public_comments parent
    ON parent.public_id = ?3 AND parent.post_id = p.id AND NOT parent.removed
  WHERE p.id = ?2 AND p.comments_open = 1 AND (?3 IS NULL OR parent.id IS NOT NULL)
    AND (?20 IS NULL OR NOT EXISTS (SELECT 1 FROM comments same WHERE same.post_id = p.id AND same.created_at >= ?20
      AND same.name = ?5 AND same.source = ?8 AND same.status <> 'trash'))
  ON CONFLICT DO NOTHING`;

/** Adds rows that a visitor caused to those of the day. */
export const spendWrites = (db: D1Database, day: string, rows: number): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO visitor_writes (day, spent) VALUES (?1, ?2)
       ON CONFLICT (day) DO UPDATE SET spent = spent + excluded.spent`,
    )
    .bind(day, rows);
