import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../../src/model.ts";

type Role = "owner" | "editor" | "author";

export interface InvitationDraft {
  readonly hash: string;
  readonly id: string;
  readonly kind: "owner" | "invitation";
  /** Of an author who is there; null for somebody new. */
  readonly slug: string | null;
  readonly name: string | null;
  readonly role: Role;
  readonly createdAt: UtcTime;
  readonly expiresAt: UtcTime;
}

/** Gives the id. An author who is named must be there, else there is no row. */
export const insertInvitation = (db: D1Database, draft: InvitationDraft): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO invitations (hash, id, kind, author_id, name, role, created_at, expires_at)
       SELECT ?1, ?2, ?3, (SELECT id FROM authors WHERE slug = ?4), ?5, ?6, ?7, ?8
       WHERE ?4 IS NULL OR EXISTS (SELECT 1 FROM authors WHERE slug = ?4) RETURNING id`,
    )
    .bind(
      ...[draft.hash, draft.id, draft.kind, draft.slug, draft.name],
      ...[draft.role, draft.createdAt, draft.expiresAt],
    );

export interface InvitationRow {
  readonly hash: string;
  readonly kind: "owner" | "invitation";
  readonly role: Role;
  readonly authorId: number | null;
  readonly slug: string | null;
  /** The author's, or what whoever invited called them. */
  readonly name: string | null;
  readonly handle: string | null;
  readonly expiresAt: UtcTime;
}

/** An invitation that was not used and has not ended. */
export const findInvitation = (
  db: D1Database,
  hash: string,
  now: UtcTime,
): Promise<InvitationRow | null> =>
  db
    .prepare(
      `SELECT i.hash, i.kind, i.role, i.author_id AS authorId, a.slug, coalesce(a.name, i.name) AS name, a.handle,
         i.expires_at AS expiresAt
       FROM invitations i LEFT JOIN authors a ON a.id = i.author_id WHERE i.hash = ?1 AND i.expires_at > ?2`,
    )
    .bind(hash, now)
    .first<InvitationRow>();

export const deleteInvitation = (db: D1Database, id: string): D1PreparedStatement =>
  db.prepare("DELETE FROM invitations WHERE id = ?1 RETURNING id").bind(id);

/** For a batch that lets somebody in: fails it where the invitation is not there any more. */
export const useInvitation = (
  db: D1Database,
  hash: string,
  now: UtcTime,
): D1PreparedStatement[] => [
  db
    .prepare(
      `INSERT INTO spent (hash, until) VALUES ('link ' || ?1,
         (SELECT expires_at FROM invitations WHERE hash = ?1 AND expires_at > ?2))`,
    )
    .bind(hash, now),
  db.prepare("DELETE FROM invitations WHERE hash = ?1").bind(hash),
];

/**
 * A new author who can log in, or the rights of one who is there: with other rights, old sessions end. Whoever owns the blog
 * alone stays its owner, whatever a link says.
 */
export const admitAuthor = (
  db: D1Database,
  { handle, authorId, slug, name, role }: Admission,
): D1PreparedStatement[] =>
  authorId === null
    ? [
        db
          .prepare("INSERT INTO authors (slug, name, role, handle) VALUES (?1, ?2, ?3, ?4)")
          .bind(slug, name, role, handle),
      ]
    : [
        db
          .prepare(
            "DELETE FROM sessions WHERE author_id = ?1 AND (SELECT role FROM authors WHERE id = ?1) <> ?2",
          )
          .bind(authorId, role),
        db
          .prepare(
            `UPDATE authors SET handle = ?3, demo = 0, role = CASE WHEN role <> 'owner' OR EXISTS
               (SELECT 1 FROM authors o JOIN passkeys k ON k.author_id = o.id WHERE o.role = 'owner' AND o.id <> ?1)
               THEN ?2 ELSE role END WHERE id = ?1`,
          )
          .bind(authorId, role, handle),
      ];

export interface Admission {
  readonly handle: string;
  readonly authorId: number | null;
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
}
