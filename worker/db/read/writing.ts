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
