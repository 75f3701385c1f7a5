import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Term } from "../../../src/model.ts";
import type { AuthorDraft, PostDraft, Statements } from "./drafts.ts";
import { insertUses } from "./media/uses.ts";

export function insertAuthor(db: D1Database, author: AuthorDraft): D1PreparedStatement {
  const sql = `INSERT INTO authors (slug, name, bio, url, email, role, wp_login, demo)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (slug) DO NOTHING`;
  const {
    slug,
    name,
    bio = "",
    url = null,
    email = null,
    role = "author",
    wpLogin = null,
  } = author;
  return db.prepare(sql).bind(slug, name, bio, url, email, role, wpLogin, author.demo ? 1 : 0);
}

export interface TagDraft extends Term {
  readonly demo?: boolean;
}

export function insertTag(db: D1Database, { slug, name, demo }: TagDraft): D1PreparedStatement {
  const sql =
    "INSERT INTO tags (slug, name, demo) VALUES (?1, ?2, ?3) ON CONFLICT (slug) DO NOTHING";
  return db.prepare(sql).bind(slug, name, demo ? 1 : 0);
}

export interface CategoryDraft extends Term {
  readonly description?: string;
  /** Slug of the category above, which is there. */
  readonly parent: string | null;
  readonly demo?: boolean;
}

export function insertCategory(db: D1Database, category: CategoryDraft): D1PreparedStatement {
  const sql = `INSERT INTO categories (slug, name, description, parent_id, demo)
    VALUES (?1, ?2, ?3, (SELECT id FROM categories WHERE slug = ?4), ?5) ON CONFLICT (slug) DO NOTHING`;
  const { slug, name, description = "", parent } = category;
  return db.prepare(sql).bind(slug, name, description, parent, category.demo ? 1 : 0);
}

/** The post with its terms. A post whose guid is there already keeps its row, and gets terms it lacks. */
export const insertPost = (db: D1Database, draft: PostDraft): Statements => [
  insertPostRow(db, draft),
  ...insertTerms(db, draft),
  ...insertUses(db, draft.guid, [draft.source, draft.html]),
];

/** Ties the post to its tags and categories, which are there. */
export function insertTerms(db: D1Database, draft: PostDraft): Statements {
  const terms = (table: string, of: string, slugs: readonly Term[]) =>
    db
      .prepare(
        `INSERT OR IGNORE INTO ${table} SELECT posts.id, ${of}.id FROM posts, ${of}
         WHERE posts.guid = ?1 AND ${of}.slug IN (SELECT value FROM json_each(?2))`,
      )
      .bind(draft.guid, JSON.stringify(slugs.map(({ slug }) => slug)));
  return [
    terms("post_tags", "tags", draft.tags),
    terms("post_categories", "categories", draft.categories),
  ];
}

function insertPostRow(db: D1Database, draft: PostDraft): D1PreparedStatement {
  const sql = `INSERT INTO posts (author_id, parent_id, kind, status, import_status, slug, path, guid, lang,
      menu_order, title, format, source, html, lead, excerpt, words, tags, categories, published_at, local_date,
      created_at, updated_at, sticky, comments_open, wp_id, demo, text, blocks, comments_held)
    VALUES ((SELECT id FROM authors WHERE slug = ?1), (SELECT id FROM posts WHERE guid = ?2), ?3, ?4, ?5, ?6, ?7, ?8,
      ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30)
    ON CONFLICT (guid) DO NOTHING`;
  const status = draft.importing ? "draft" : draft.status;
  const importStatus = draft.importing ? draft.status : null;
  return db
    .prepare(sql)
    .bind(
      ...[
        draft.author,
        draft.parentGuid,
        draft.kind,
        status,
        importStatus,
        draft.slug,
        draft.path,
        draft.guid,
      ],
      ...[
        draft.lang,
        draft.menuOrder,
        draft.title,
        draft.format,
        draft.source,
        draft.html,
        draft.lead,
      ],
      ...[draft.excerpt, draft.words, JSON.stringify(draft.tags), JSON.stringify(draft.categories)],
      ...[draft.publishedAt, draft.localDate, draft.createdAt, draft.updatedAt],
      ...[draft.sticky ? 1 : 0, draft.commentsOpen ? 1 : 0, draft.wpId, draft.demo ? 1 : 0],
      ...[draft.text, JSON.stringify(draft.blocks), draft.commentsHeld ? 1 : 0],
    );
}
