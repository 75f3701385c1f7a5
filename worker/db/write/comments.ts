import type { D1Database } from "@cloudflare/workers-types";
import type { CommentDraft, Statements } from "./drafts.ts";

/**
 * The comment and what it counts for. An approved one takes the post's next number; one that is there already (the same
 * public id, or the same WordPress id under the same post) changes nothing.
 */
export const insertComment = (db: D1Database, draft: CommentDraft): Statements =>
  insertComments(db, [draft]);

/** Comments of one post, in the order of their numbers; what they count for is counted once. */
export function insertComments(db: D1Database, drafts: readonly CommentDraft[]): Statements {
  const posts = new Set(drafts.map(({ postGuid }) => postGuid));
  const parents = new Set(drafts.flatMap(({ parentPublicId }) => parentPublicId ?? []));
  return [
    ...drafts.map((draft) => insertRow(db, draft)),
    ...[...posts].map((guid) => db.prepare(COUNT_COMMENTS).bind(guid)),
    ...[...parents].map((id) => db.prepare(COUNT_REPLIES).bind(id)),
  ];
}

/** Both follow from the rows, so that running them again, or after a conflict, changes nothing. */
const COUNT_COMMENTS = `UPDATE posts SET
    comment_count = (SELECT count(*) FROM comments WHERE post_id = posts.id AND status = 'approved'),
    last_number = max(last_number, (SELECT coalesce(max(number), 0) FROM comments WHERE post_id = posts.id))
  WHERE guid = ?1`;
const COUNT_REPLIES = `UPDATE comments SET
    replies = (SELECT count(*) FROM comments r WHERE r.parent_id = comments.id AND r.status = 'approved')
  WHERE public_id = ?1`;

function insertRow(db: D1Database, draft: CommentDraft) {
  const sql = `INSERT INTO comments (public_id, post_id, parent_id, parent_public_id, parent_number, kind, status,
      number, name, url, email, author_id, title, format, source, html, excerpt, lang, created_at, updated_at, wp_id,
      quote, quote_prefix, quote_suffix, note_block)
    SELECT ?1, posts.id, parent.id, parent.public_id, parent.number, ?4, ?5,
      CASE ?5 WHEN 'approved' THEN 1 + max(posts.last_number, coalesce(
        (SELECT max(number) FROM comments WHERE post_id = posts.id), 0)) END,
      ?6, ?7, ?8, (SELECT id FROM authors WHERE slug = ?9),
      ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?16, ?17, ?18, ?19, ?20, ?21
    FROM posts LEFT JOIN comments parent ON parent.public_id = ?3 AND parent.post_id = posts.id
    WHERE posts.guid = ?2
    ON CONFLICT DO NOTHING`;
  const { quote } = draft;
  return db
    .prepare(sql)
    .bind(
      ...[
        draft.publicId,
        draft.postGuid,
        draft.parentPublicId,
        draft.kind,
        draft.status,
        draft.name,
        draft.url,
      ],
      ...[
        draft.email,
        draft.author,
        draft.title,
        draft.format,
        draft.source,
        draft.html,
        draft.excerpt,
      ],
      ...[draft.lang, draft.createdAt, draft.wpId],
      ...[quote?.text ?? null, quote?.prefix ?? null, quote?.suffix ?? null, quote?.block ?? null],
    );
}
