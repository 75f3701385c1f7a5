import type { D1Database } from "@cloudflare/workers-types";
import type { Html, Path, Term, UtcTime } from "../../../src/model.ts";
import type { PostStatus } from "../write/drafts.ts";

/** A post as whoever writes it needs it: what readers see, and what was typed last. */
export interface WritingRow {
  readonly id: number;
  readonly guid: string;
  readonly kind: "post" | "page";
  readonly status: PostStatus;
  readonly path: Path;
  readonly slug: string;
  readonly lang: string;
  readonly title: string;
  readonly format: "markdown" | "html";
  readonly source: string;
  readonly html: Html;
  readonly lead: Html | null;
  readonly excerpt: string;
  readonly summary: string | null;
  readonly canonical: string | null;
  readonly version: number;
  readonly revision: number;
  readonly liveRevision: number;
  readonly publishedAt: UtcTime | null;
  readonly localDate: string | null;
  readonly createdAt: UtcTime;
  readonly updatedAt: UtcTime;
  readonly sticky: number;
  readonly commentsOpen: number;
  readonly commentsHeld: number;
  readonly authorId: number;
  readonly authorSlug: string;
  readonly authorName: string;
  /** JSON. */
  readonly tags: string;
  readonly categories: string;
  readonly cover: string | null;
  /** Of the newest save; null where nobody saved it here. */
  readonly fields: string | null;
  readonly savedVersion: number | null;
  readonly savedAt: UtcTime | null;
  readonly savedBy: string | null;
}

const WRITING = `SELECT p.id, p.guid, p.kind, p.status, p.path, p.slug, p.lang, p.title, p.format, p.source, p.html,
    p.lead, p.excerpt, p.summary, p.canonical, p.version, p.revision, p.live_revision AS liveRevision,
    p.published_at AS publishedAt, p.local_date AS localDate, p.created_at AS createdAt, p.updated_at AS updatedAt,
    p.sticky, p.comments_open AS commentsOpen, p.comments_held AS commentsHeld, p.author_id AS authorId,
    a.slug AS authorSlug, a.name AS authorName, p.tags, p.categories, p.cover,
    r.fields, r.version AS savedVersion, r.saved_at AS savedAt, by.name AS savedBy
  FROM posts p JOIN authors a ON a.id = p.author_id
  LEFT JOIN revisions r ON r.post_id = p.id AND r.revision = p.revision
  LEFT JOIN authors by ON by.id = r.author_id`;

/** Whatever its status is: who may see it is for the caller to say. */
export const findWriting = (
  db: Pick<D1Database, "prepare">,
  id: number,
): Promise<WritingRow | null> =>
  db.prepare(`${WRITING} WHERE p.id = ?1`).bind(id).first<WritingRow>();

/** Where a post was, and is: all that a page of the desk shows. */
export interface DeskRow {
  readonly id: number;
  readonly kind: "post" | "page";
  readonly status: PostStatus;
  readonly title: string;
  readonly path: Path;
  readonly lang: string;
  readonly authorSlug: string;
  readonly authorName: string;
  readonly publishedAt: UtcTime | null;
  readonly updatedAt: UtcTime;
  readonly comments: number;
  readonly changed: number;
}

const DESK = `SELECT p.id, p.kind, p.status, p.title, p.path, p.lang, a.slug AS authorSlug, a.name AS authorName,
    p.published_at AS publishedAt, p.updated_at AS updatedAt, p.comment_count AS comments,
    p.revision > p.live_revision AND p.status <> 'draft' AS changed
  FROM posts p JOIN authors a ON a.id = p.author_id`;

export interface DeskQuestion {
  readonly kind: "post" | "page";
  readonly status: PostStatus | null;
  /** Of posts; null: everybody's. */
  readonly authorId: number | null;
  /** Where the last page ended. */
  readonly after: DeskPlace | null;
  readonly limit: number;
}

/** Where a list goes on: the date, "9999" where there is none yet. */
export interface DeskPlace {
  readonly at: string;
  readonly id: number;
}

export const deskPlaceOf = ({ publishedAt, id }: DeskRow): DeskPlace => ({
  at: publishedAt ?? "9999",
  id,
});

const PLACE = "coalesce(p.published_at, '9999')";

/** Posts or static pages: what has no date yet, the newest first, then the latest. */
export async function listDesk(db: D1Database, question: DeskQuestion): Promise<DeskRow[]> {
  const { kind, status, authorId, after, limit } = question;
  const where = [
    "p.kind = ?1 AND p.revision >= 0",
    status === null ? null : "p.status = ?2",
    authorId === null ? null : "p.author_id = ?3",
    `(${PLACE}, p.id) < (?4, ?5)`,
  ].filter(Boolean);
  const sql = `${DESK} WHERE ${where.join(" AND ")} ORDER BY ${PLACE} DESC, p.id DESC LIMIT ?6`;
  const start = after ?? { at: "99999", id: 0 };
  return (
    await db.prepare(sql).bind(kind, status, authorId, start.at, start.id, limit).all<DeskRow>()
  ).results;
}

/** Those that the search found, and those of the latest unpublished ones whose title has the words. */
export async function searchDesk(
  db: D1Database,
  { kind, authorId, words, match }: DeskSearch,
): Promise<DeskRow[]> {
  const own = authorId === null ? "" : "AND p.author_id = ?2";
  const found = `${DESK} WHERE p.kind = ?1 ${own} AND p.id IN
    (SELECT post_id FROM posts_search WHERE posts_search MATCH ?3 ORDER BY rowid DESC LIMIT 50)
    ORDER BY p.updated_at DESC`;
  const others = `SELECT * FROM (${DESK} WHERE p.kind = ?1 AND p.revision >= 0 ${own} AND p.status <> 'published'
      ORDER BY p.updated_at DESC LIMIT 500)
    WHERE instr(lower(title), lower(?3)) > 0 LIMIT 50`;
  const asked = [
    ...(match === null ? [] : [db.prepare(found).bind(kind, authorId, match)]),
    db.prepare(others).bind(kind, authorId, words),
  ];
  const rows = (await db.batch<DeskRow>(asked)).flatMap(({ results }) => results);
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

export interface DeskSearch {
  readonly kind: "post" | "page";
  readonly authorId: number | null;
  readonly words: string;
  /** For the index; null where nothing of the words can be looked for there. */
  readonly match: string | null;
}

export async function findDeskByPath(db: D1Database, path: Path): Promise<DeskRow[]> {
  const other = path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
  return (await db.prepare(`${DESK} WHERE p.path IN (?1, ?2)`).bind(path, other).all<DeskRow>())
    .results;
}

export interface RevisionRow {
  readonly revision: number;
  readonly kind: "auto" | "save" | "publish";
  readonly slug: string | null;
  readonly name: string | null;
  readonly savedAt: UtcTime;
  readonly words: number;
}

const REVISION = `SELECT r.revision, r.kind, a.slug, a.name, r.saved_at AS savedAt, r.words`;
const OF_POST = "FROM revisions r LEFT JOIN authors a ON a.id = r.author_id WHERE r.post_id = ?1";

/** The saves of a post before this one, latest first. */
export async function listRevisions(db: D1Database, id: number, before: number, limit: number) {
  const sql = `${REVISION} ${OF_POST} AND r.revision < ?2 ORDER BY r.revision DESC LIMIT ?3`;
  return (await db.prepare(sql).bind(id, before, limit).all<RevisionRow>()).results;
}

export const findRevision = (db: D1Database, id: number, revision: number) =>
  db
    .prepare(`${REVISION}, r.fields ${OF_POST} AND r.revision = ?2`)
    .bind(id, revision)
    .first<RevisionRow & { readonly fields: string }>();

export interface WritingSettings {
  readonly lang: string;
  readonly timeZone: string;
  /** Of the paths of new posts: "/:year/:month/:slug/". */
  readonly permalink: string;
  /** Whether the blog shows the demo, which leaves with the first post. */
  readonly demo: boolean;
  readonly categories: readonly Term[];
}

/** What a post needs to know of the blog it is written for. */
export async function findWritingSettings(
  db: Pick<D1Database, "prepare">,
): Promise<WritingSettings> {
  const setting = (name: string, otherwise: string) =>
    `coalesce((SELECT json_extract(value, '$') FROM settings WHERE name = '${name}'), '${otherwise}')`;
  const sql = `SELECT ${setting("lang", "en")} AS lang, ${setting("timeZone", "UTC")} AS timeZone,
    ${setting("permalink", "/:year/:month/:slug/")} AS permalink,
    EXISTS (SELECT 1 FROM posts WHERE demo = 1) AS demo,
    (SELECT json_group_array(json_object('slug', slug, 'name', name)) FROM categories) AS categories`;
  type Row = Omit<WritingSettings, "demo" | "categories"> & { demo: number; categories: string };
  const row = (await db.prepare(sql).bind().first<Row>()) as Row;
  return { ...row, demo: row.demo === 1, categories: JSON.parse(row.categories) };
}

/** What was made of a post's text. */
export interface RenderedRow {
  readonly source: string;
  readonly html: Html;
  readonly lead: Html | null;
  readonly excerpt: string;
  readonly words: number;
  readonly text: string | null;
  /** JSON. */
  readonly blocks: string;
}

export async function findRendered(db: Pick<D1Database, "prepare">, id: number) {
  const sql = "SELECT source, html, lead, excerpt, words, text, blocks FROM posts WHERE id = ?1";
  return (await db.prepare(sql).bind(id).first<RenderedRow>()) as RenderedRow;
}

/** Those of the paths that another post has. */
export async function listTakenPaths(
  db: D1Database,
  id: number,
  paths: readonly Path[],
): Promise<Path[]> {
  const sql = "SELECT path FROM posts WHERE path IN (SELECT value FROM json_each(?1)) AND id <> ?2";
  const { results } = await db.prepare(sql).bind(JSON.stringify(paths), id).all<{ path: Path }>();
  return results.map(({ path }) => path);
}
