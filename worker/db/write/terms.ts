import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Term, UtcTime } from "../../../src/model.ts";
import { change } from "./changes.ts";
import type { Statements } from "./drafts.ts";
import { rebuild } from "./rebuild.ts";
import { updateSite } from "./site.ts";

type Table = "tags" | "categories";
const JOINS = { tags: "post_tags", categories: "post_categories" } as const;
const IDS = { tags: "tag_id", categories: "category_id" } as const;

export interface TermRow extends Term {
  readonly posts: number;
}

/** Every tag by name; a blog of ten years has a few thousand. */
export async function listTags(db: D1Database): Promise<TermRow[]> {
  const sql = "SELECT slug, name, posts FROM tags ORDER BY name COLLATE NOCASE LIMIT 20000";
  return (await db.prepare(sql).bind().all<TermRow>()).results;
}

export interface CategoryRow extends TermRow {
  readonly description: string;
  readonly parent: string | null;
}

export async function listCategories(db: D1Database): Promise<CategoryRow[]> {
  const sql = `SELECT c.slug, c.name, c.description, c.posts, above.slug AS parent
    FROM categories c LEFT JOIN categories above ON above.id = c.parent_id ORDER BY c.name COLLATE NOCASE LIMIT 2000`;
  return (await db.prepare(sql).bind().all<CategoryRow>()).results;
}

/** Another name: it stands in every post of the term too, and so on every page. */
export const renameTerm = (
  db: D1Database,
  table: Table,
  { slug, name }: Term,
  now: UtcTime,
): Statements => [
  db.prepare(`UPDATE ${table} SET name = ?2, demo = 0 WHERE slug = ?1`).bind(slug, name),
  noteIn(db, table, slug),
  updateSite(db),
  ...change(db, ["site"], { now }),
];

/** What a category is beside its name. */
export const describeCategory = (
  db: D1Database,
  slug: string,
  { description, parent }: Pick<CategoryRow, "description" | "parent">,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE categories SET description = ?2, parent_id = (SELECT id FROM categories WHERE slug = ?3) WHERE slug = ?1`,
    )
    .bind(slug, description, parent);

/** All posts of one term go to the other, the first one leaves, and its address leads to the other's. */
export const mergeTerms = (
  db: D1Database,
  table: Table,
  { from, into }: { readonly from: string; readonly into: string },
  now: UtcTime,
): Statements => [
  db
    .prepare(
      `INSERT OR IGNORE INTO ${JOINS[table]} (post_id, ${IDS[table]})
       SELECT post_id, (SELECT id FROM ${table} WHERE slug = ?2) FROM ${JOINS[table]}
       WHERE ${IDS[table]} = (SELECT id FROM ${table} WHERE slug = ?1)`,
    )
    .bind(from, into),
  ...leave(db, table, from),
  noteIn(db, table, into),
  db
    .prepare(
      `INSERT INTO redirects (path, target, created_at) VALUES (?1, ?2, ?3)
       ON CONFLICT (path) DO UPDATE SET target = excluded.target`,
    )
    .bind(`/${table}/${from}/`, `/${table}/${into}/`, now),
  db
    .prepare("UPDATE redirects SET target = ?2 WHERE target = ?1")
    .bind(`/${table}/${from}/`, `/${table}/${into}/`),
  db.prepare("DELETE FROM redirects WHERE path = ?1").bind(`/${table}/${into}/`),
  ...rebuild(db),
  ...change(db, ["site"], { now, gone: true }),
];

/** The term leaves; its posts stay. */
export const deleteTerm = (
  db: D1Database,
  table: Table,
  slug: string,
  now: UtcTime,
): Statements => [
  ...leave(db, table, slug),
  ...rebuild(db),
  ...change(db, ["site"], { now, gone: true }),
];

/** Takes a term out of its posts, what is below it up one step, and its row away. */
function leave(db: D1Database, table: Table, slug: string): Statements {
  const posts = `SELECT j.post_id FROM ${JOINS[table]} j JOIN ${table} t ON t.id = j.${IDS[table]} WHERE t.slug = ?1`;
  const children = `UPDATE categories SET parent_id = (SELECT parent_id FROM categories WHERE slug = ?1)
    WHERE parent_id = (SELECT id FROM categories WHERE slug = ?1)`;
  const sql = [
    `UPDATE posts SET ${table} = (SELECT json_group_array(json(value)) FROM json_each(posts.${table})
       WHERE value ->> 'slug' <> ?1) WHERE id IN (${posts})`,
    ...(table === "categories" ? [children] : []),
    `DELETE FROM ${JOINS[table]} WHERE ${IDS[table]} = (SELECT id FROM ${table} WHERE slug = ?1)`,
    `DELETE FROM ${table} WHERE slug = ?1`,
  ];
  return sql.map((text) => db.prepare(text).bind(slug));
}

/** The terms as posts keep them for reading, anew for those that have this one. */
const noteIn = (db: D1Database, table: Table, slug: string): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE posts SET ${table} = (SELECT json_group_array(json_object('slug', slug, 'name', name)) FROM
         (SELECT t.slug, t.name FROM ${JOINS[table]} j JOIN ${table} t ON t.id = j.${IDS[table]}
          WHERE j.post_id = posts.id ORDER BY t.name COLLATE NOCASE))
       WHERE id IN (SELECT j.post_id FROM ${JOINS[table]} j JOIN ${table} t ON t.id = j.${IDS[table]} WHERE t.slug = ?1)`,
    )
    .bind(slug);
