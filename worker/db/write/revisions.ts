import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import type { Statements } from "./drafts.ts";

/** A post at the moment that somebody read it. */
export interface Standing {
  readonly id: number;
  readonly version: number;
  readonly revision: number;
}

export interface RevisionDraft {
  readonly kind: "auto" | "save" | "publish";
  readonly authorId: number | null;
  readonly savedAt: UtcTime;
  /** JSON. */
  readonly fields: string;
  readonly words: number;
}

const AS_IT_STOOD = "id = ?1 AND version = ?2 AND revision = ?3";

/** Saves on top of what somebody read. Writes nothing where that has moved: the first result says whether it did. */
export const saveRevision = (
  db: D1Database,
  standing: Standing,
  draft: RevisionDraft,
): Statements => [
  db
    .prepare(
      `INSERT INTO revisions (post_id, revision, kind, version, author_id, saved_at, fields, words)
       SELECT id, revision + 1, ?4, version, ?5, ?6, ?7, ?8 FROM posts WHERE ${AS_IT_STOOD}`,
    )
    .bind(
      ...values(standing),
      draft.kind,
      draft.authorId,
      draft.savedAt,
      draft.fields,
      draft.words,
    ),
];

/** Comes after `saveRevision`, in the same batch. */
export const countRevision = (db: D1Database, standing: Standing): D1PreparedStatement =>
  db
    .prepare(`UPDATE posts SET revision = revision + 1 WHERE ${AS_IT_STOOD}`)
    .bind(...values(standing));

/** What lists show of a draft, and what a program reads of it, go with each save; nobody else can see it. */
export const updateDraft = (
  db: D1Database,
  standing: Standing,
  { title, slug, lang, source, now }: DraftText,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE posts SET title = ?4, slug = ?5, lang = ?6, source = ?7, updated_at = ?8
       WHERE ${AS_IT_STOOD} AND status = 'draft'`,
    )
    .bind(...values(standing), title, slug, lang, source, now);

export interface DraftText {
  readonly title: string;
  readonly slug: string;
  readonly lang: string;
  readonly source: string;
  readonly now: UtcTime;
}

/**
 * The save that is published, for a batch that does it. Where the post has moved, the revision becomes null, which the schema
 * refuses, and with it the whole batch.
 */
export const publishRevision = (
  db: D1Database,
  standing: Standing,
  draft: RevisionDraft,
): Statements => [
  db
    .prepare(
      `UPDATE posts SET revision = CASE WHEN version = ?2 AND revision = ?3 THEN revision + 1 END,
         live_revision = revision + 1 WHERE id = ?1`,
    )
    .bind(...values(standing)),
  db
    .prepare(
      `INSERT INTO revisions (post_id, revision, kind, version, author_id, saved_at, fields, words)
       SELECT id, revision, ?2, version + 1, ?3, ?4, ?5, ?6 FROM posts WHERE id = ?1`,
    )
    .bind(standing.id, draft.kind, draft.authorId, draft.savedAt, draft.fields, draft.words),
];

const values = ({ id, version, revision }: Standing) => [id, version, revision] as const;

/** What only the editor knows of a post. */
export interface PostExtras {
  readonly summary: string | null;
  /** JSON. */
  readonly cover: string | null;
  readonly canonical: string | null;
}

export const updateExtras = (
  db: D1Database,
  guid: string,
  { summary, cover, canonical }: PostExtras,
): D1PreparedStatement =>
  db
    .prepare("UPDATE posts SET summary = ?2, cover = ?3, canonical = ?4 WHERE guid = ?1")
    .bind(guid, summary, cover, canonical);

/** A draft that was never anything else leaves, with its saves. */
export const deleteDraft = (
  db: D1Database,
  { id, version, revision }: Standing,
): D1PreparedStatement =>
  db
    .prepare(`DELETE FROM posts WHERE ${AS_IT_STOOD} AND status = 'draft' RETURNING id`)
    .bind(id, version, revision);
