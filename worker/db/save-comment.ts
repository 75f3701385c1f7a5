import type { D1Database } from "@cloudflare/workers-types";
import type { CommentDraft, Statements } from "./save.ts";

/**
 * The comment and what it counts for. An approved one takes the post's next number; one that is there already (the same
 * public id, or the same WordPress id under the same post) changes nothing.
 */
export function insertComment(db: D1Database, draft: CommentDraft): Statements {
  return [insertRow(db, draft), ...count(db, draft)];
}

/** Comments of one post, in the order of their numbers; what they count for is counted once. */
export function insertComments(db: D1Database, drafts: readonly CommentDraft[]): Statements {
  const counts = new Map<string | null, Statements>();
  for (const draft of drafts) counts.set(draft.parentPublicId, count(db, draft).slice(1));
  const ofPost = drafts.slice(0, 1).flatMap((draft) => count(db, draft).slice(0, 1));
  return [
    ...drafts.map((draft) => insertRow(db, draft)),
    ...ofPost,
    ...[...counts.values()].flat(),
  ];
}

function insertRow(db: D1Database, draft: CommentDraft) {
  const sql = `INSERT INTO comments (public_id, post_id, parent_id, parent_public_id, parent_number, kind, status, number, name, url, email, author_id,
      title, format, source, html, excerpt, lang, created_at, updated_at, wp_id)
    SELECT ?1, posts.id, parent.id, parent.public_id, parent.number, ?4, ?5,
      CASE ?5 WHEN 'approved' THEN 1 + max(posts.last_number, coalesce(
        (SELECT max(number) FROM comments WHERE post_id = posts.id AND number IS NOT NULL), 0)) END, ?6, ?7, ?8, (SELECT id FROM authors WHERE slug = ?9),
      ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?16, ?17
    FROM posts LEFT JOIN comments parent ON parent.public_id = ?3 AND parent.post_id = posts.id
    WHERE posts.guid = ?2
    ON CONFLICT DO NOTHING`;
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
    );
}

/** Both follow from the rows, so that running them again, or after a conflict, changes nothing. */
function count(db: D1Database, { postGuid, parentPublicId }: CommentDraft): Statements {
  const ofPost = `UPDATE posts SET
      comment_count = (SELECT count(*) FROM comments WHERE post_id = posts.id AND status = 'approved'),
      last_number = max(last_number, (SELECT coalesce(max(number), 0) FROM comments WHERE post_id = posts.id))
    WHERE guid = ?1`;
  const ofParent = `UPDATE comments SET
      replies = (SELECT count(*) FROM comments r WHERE r.parent_id = comments.id AND r.status = 'approved')
    WHERE public_id = ?1`;
  const statements = [db.prepare(ofPost).bind(postGuid)];
  return parentPublicId ? [...statements, db.prepare(ofParent).bind(parentPublicId)] : statements;
}
