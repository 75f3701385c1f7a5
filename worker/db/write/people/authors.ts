import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../../src/model.ts";
import { change } from "../changes.ts";
import type { Statements } from "../drafts.ts";

export interface AuthorRow {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly bio: string;
  readonly url: string | null;
  readonly email: string | null;
  readonly role: "owner" | "editor" | "author";
  readonly handle: string | null;
}

const AUTHOR = "SELECT id, slug, name, bio, url, email, role, handle FROM authors";

export const findAuthor = (db: D1Database, id: number): Promise<AuthorRow | null> =>
  db.prepare(`${AUTHOR} WHERE id = ?1`).bind(id).first<AuthorRow>();

export const findAuthorBySlug = (db: D1Database, slug: string): Promise<AuthorRow | null> =>
  db.prepare(`${AUTHOR} WHERE slug = ?1`).bind(slug).first<AuthorRow>();

/** What an author who can log in may do; null where there is none. */
export const findRoleOf = (db: D1Database, id: number): Promise<AuthorRow["role"] | null> =>
  db
    .prepare(
      "SELECT role FROM authors WHERE id = ?1 AND EXISTS (SELECT 1 FROM passkeys WHERE author_id = ?1)",
    )
    .bind(id)
    .first("role");

/** Slugs that are taken, of those that somebody new could get. */
export async function listTakenSlugs(db: D1Database, slug: string): Promise<string[]> {
  const sql = "SELECT slug FROM authors WHERE slug >= ?1 AND slug < ?1 || '-:' LIMIT 1000";
  return (await db.prepare(sql).bind(slug).all<{ slug: string }>()).results.map((row) => row.slug);
}

export type ProfileDraft = Pick<AuthorRow, "name" | "bio" | "url" | "email">;

/** What readers see of an author: where the name changed, it stands on every page of theirs. */
export const updateAuthor = (
  db: D1Database,
  id: number,
  { name, bio, url, email }: ProfileDraft,
  now: UtcTime,
): Statements => [
  db
    .prepare("UPDATE authors SET name = ?2, bio = ?3, url = ?4, email = ?5 WHERE id = ?1")
    .bind(id, name, bio, url, email),
  ...change(db, ["site"], { now }),
];

/**
 * With other rights somebody logs in again, and by no link of before. The last result has no row where nobody who can log in
 * would own the blog any more: nothing was written then.
 */
export const updateRole = (db: D1Database, slug: string, role: AuthorRow["role"]): Statements => {
  const may = `slug = ?1 AND (?2 = 'owner' OR ${OWNED_BY_OTHERS})`;
  const theirs = `author_id = (SELECT id FROM authors WHERE ${may})`;
  return [
    `DELETE FROM sessions WHERE ${theirs}`,
    `DELETE FROM invitations WHERE ${theirs}`,
    `UPDATE authors SET role = ?2 WHERE ${may} RETURNING id`,
  ].map((sql) => db.prepare(sql).bind(slug, role));
};

/**
 * Takes away all that somebody logs in with, now or by a link that is still open. The last result has no row where nobody
 * would own the blog any more: nothing was written then.
 */
export const deleteAccess = (db: D1Database, slug: string, now: UtcTime): Statements => {
  const may = `slug = ?1 AND ${OWNED_BY_OTHERS}`;
  const theirs = `author_id = (SELECT id FROM authors WHERE ${may})`;
  const delete_ = (table: string) => db.prepare(`DELETE FROM ${table} WHERE ${theirs}`).bind(slug);
  return [
    ...["sessions", "passkeys", "invitations"].map(delete_),
    db
      .prepare(`UPDATE tokens SET revoked_at = ?2 WHERE revoked_at IS NULL AND ${theirs}`)
      .bind(slug, now),
    db.prepare(`SELECT id FROM authors WHERE ${may}`).bind(slug),
  ];
};

const OWNED_BY_OTHERS = `EXISTS (SELECT 1 FROM authors o JOIN passkeys k ON k.author_id = o.id
  WHERE o.role = 'owner' AND o.slug <> ?1)`;
