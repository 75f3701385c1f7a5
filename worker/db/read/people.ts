import type { D1Database, D1Result } from "@cloudflare/workers-types";
import type { Term, UtcTime } from "../../../src/model.ts";

/** What the blog calls itself, for whoever logs in. */
export interface BlogName {
  readonly title: string;
  readonly lang: "de" | "en";
  readonly timeZone: string;
}

const UNNAMED: BlogName = { title: "Randnotiz", lang: "en", timeZone: "UTC" };

export async function findBlogName(db: D1Database): Promise<BlogName> {
  const sql = `SELECT json_extract(json, '$.title') AS title, json_extract(json, '$.lang') AS lang,
    json_extract(json, '$.timeZone') AS timeZone FROM site`;
  return (await db.prepare(sql).bind().first<BlogName>()) ?? UNNAMED;
}

/** Comments that wait below the posts of an author; null: below all. Counts no further than anybody reads. */
export async function countWaiting(db: D1Database, authorId: number | null): Promise<number> {
  const own = authorId === null ? "" : "AND post_id IN (SELECT id FROM posts WHERE author_id = ?1)";
  const sql = `SELECT count(*) AS count FROM (SELECT 1 FROM comments
    WHERE status = 'pending' AND status <> 'approved' ${own} LIMIT 1000)`;
  const bound = authorId === null ? db.prepare(sql).bind() : db.prepare(sql).bind(authorId);
  return (await bound.first<number>("count")) ?? 0;
}

/** Authors, owners first; the demo's leave with it. */
export async function listAuthors(db: D1Database): Promise<Term[]> {
  const sql =
    "SELECT slug, name FROM authors WHERE demo = 0 ORDER BY role <> 'owner', name LIMIT 1000";
  return (await db.prepare(sql).bind().all<Term>()).results;
}

export interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: UtcTime;
  readonly usedOn: string | null;
}

export async function listPasskeys(db: D1Database, authorId: number): Promise<OwnPasskey[]> {
  const sql = `SELECT id, name, created_at AS createdAt, used_on AS usedOn FROM passkeys
    WHERE author_id = ?1 ORDER BY created_at, id`;
  return (await db.prepare(sql).bind(authorId).all<OwnPasskey>()).results;
}

export interface OwnSession {
  readonly id: string;
  readonly browser: string;
  readonly createdAt: UtcTime;
  readonly seenAt: UtcTime;
}

export async function listSessions(db: D1Database, authorId: number): Promise<OwnSession[]> {
  const sql = `SELECT id, browser, created_at AS createdAt, seen_at AS seenAt FROM sessions
    WHERE author_id = ?1 ORDER BY seen_at DESC`;
  return (await db.prepare(sql).bind(authorId).all<OwnSession>()).results;
}

/** Everybody who may write, the invitations that wait, and what was done to either lately. */
export async function listPeople(db: D1Database, now: UtcTime) {
  const [people, invitations, audit] = (await db.batch([
    db.prepare(PEOPLE).bind(),
    db.prepare(INVITATIONS).bind(now),
    db.prepare(AUDIT).bind(),
  ])) as [D1Result<PersonRow>, D1Result<InvitationLine>, D1Result<AuditLine>];
  return {
    people: people.results,
    invitations: invitations.results,
    audit: audit.results,
  };
}

interface PersonRow {
  readonly slug: string;
  readonly name: string;
  readonly bio: string;
  readonly url: string | null;
  readonly email: string | null;
  readonly role: "owner" | "editor" | "author";
  readonly posts: number;
  readonly passkeys: number;
  readonly sessions: number;
}

interface InvitationLine {
  readonly id: string;
  readonly slug: string | null;
  readonly name: string | null;
  readonly role: "owner" | "editor" | "author";
  readonly createdAt: UtcTime;
  readonly expiresAt: UtcTime;
}

interface AuditLine {
  readonly at: UtcTime;
  readonly name: string | null;
  readonly action: string;
  readonly detail: string;
}

const PEOPLE = `SELECT slug, name, bio, url, email, role, posts,
    (SELECT count(*) FROM passkeys WHERE author_id = a.id) AS passkeys,
    (SELECT count(*) FROM sessions WHERE author_id = a.id) AS sessions
  FROM authors a WHERE demo = 0 ORDER BY role <> 'owner', role <> 'editor', name LIMIT 1000`;

const INVITATIONS = `SELECT i.id, a.slug, coalesce(a.name, i.name) AS name, i.role, i.created_at AS createdAt,
    i.expires_at AS expiresAt
  FROM invitations i LEFT JOIN authors a ON a.id = i.author_id
  WHERE i.kind = 'invitation' AND i.expires_at > ?1 ORDER BY i.created_at LIMIT 200`;

const AUDIT = `SELECT l.at, a.name, l.action, l.detail FROM audit l LEFT JOIN authors a ON a.id = l.author_id
  ORDER BY l.id DESC LIMIT 50`;
