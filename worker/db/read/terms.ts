import type { Author, Category, CountedTerm, Term } from "../../../src/model.ts";
import { listStatement, type NamedListPage, toListPage } from "./lists.ts";
import type { Reader } from "./reader.ts";
import { type AuthorRow, toAuthor } from "./rows.ts";

/** Tags on one page of `/tags/`. */
const TAGS_PER_PAGE = 60;

export interface TagPageData {
  readonly tag: CountedTerm;
  readonly list: NamedListPage;
}

/** A tag is public by its listed posts: without any it is missing. */
export async function findTagPage(
  reader: Reader,
  slug: string,
  page: number,
): Promise<TagPageData | null> {
  const [tags, rows] = (await reader.batch([
    reader.sql("SELECT slug, name, posts FROM tags WHERE slug = ?1", slug),
    listStatement(reader, "SELECT 'tag:' || id FROM tags WHERE slug = ?1", slug, page),
  ])) as [CountedTerm[], unknown[]];
  const list = toListPage(rows, page);
  return list && tags[0] ? { tag: tags[0], list } : null;
}

export interface TagsPageData {
  readonly tags: readonly CountedTerm[];
  readonly page: number;
  readonly pages: number;
}

/** All used tags by name, a range of places a page. */
export async function findTagsPage(reader: Reader, page: number): Promise<TagsPageData | null> {
  const [tags, last] = (await reader.batch([
    reader.sql(
      "SELECT slug, name, posts FROM tags WHERE position > (?1 - 1) * ?2 AND position <= ?1 * ?2 ORDER BY position",
      page,
      TAGS_PER_PAGE,
    ),
    reader.sql("SELECT max(position) AS total FROM tags WHERE position IS NOT NULL"),
  ])) as [CountedTerm[], { total: number | null }[]];
  const pages = Math.max(1, Math.ceil((last[0]?.total ?? 0) / TAGS_PER_PAGE));
  return page <= pages ? { tags, page, pages } : null;
}

export interface CategoryPageData {
  readonly category: Category;
  readonly list: NamedListPage;
}

const ANCESTORS = `WITH RECURSIVE above (id, parent_id, slug, name, height) AS (
    SELECT id, parent_id, slug, name, 0 FROM categories WHERE slug = ?1
    UNION SELECT c.id, c.parent_id, c.slug, c.name, height + 1 FROM above JOIN categories c ON c.id = above.parent_id
    WHERE height < 16)
  SELECT slug, name FROM above WHERE height > 0 ORDER BY height DESC`;

const CHILDREN = `SELECT slug, name, posts FROM categories
  WHERE parent_id = (SELECT id FROM categories WHERE slug = ?1) AND posts > 0 ORDER BY name LIMIT 40`;

export async function findCategoryPage(
  reader: Reader,
  slug: string,
  page: number,
): Promise<CategoryPageData | null> {
  const [found, ancestors, children, rows] = (await reader.batch([
    reader.sql("SELECT slug, name, posts, description FROM categories WHERE slug = ?1", slug),
    reader.sql(ANCESTORS, slug),
    reader.sql(CHILDREN, slug),
    listStatement(reader, "SELECT 'category:' || id FROM categories WHERE slug = ?1", slug, page),
  ])) as [(CountedTerm & { description: string })[], Term[], CountedTerm[], unknown[]];
  const list = toListPage(rows, page);
  return list && found[0] ? { category: { ...found[0], ancestors, children }, list } : null;
}

export interface AuthorPageData {
  readonly author: Author;
  readonly list: NamedListPage;
}

/** An author without listed posts has no page, so that nobody can count the team. */
export async function findAuthorPage(
  reader: Reader,
  slug: string,
  page: number,
): Promise<AuthorPageData | null> {
  const [authors, rows] = (await reader.batch([
    reader.sql("SELECT slug, name, bio, url, posts FROM authors WHERE slug = ?1", slug),
    listStatement(reader, "SELECT 'author:' || id FROM authors WHERE slug = ?1", slug, page),
  ])) as [AuthorRow[], unknown[]];
  const list = toListPage(rows, page);
  return list && authors[0] ? { author: toAuthor(authors[0]), list } : null;
}
