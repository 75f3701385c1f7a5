import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { ListPage, PostSummary } from "../../../src/model.ts";
import type { Reader } from "./reader.ts";
import { SUMMARY_COLUMNS, type SummaryRow, toSummary } from "./rows.ts";

/** SQL for how many posts one page of a list has: the setting, else 10. */
const PER_PAGE = `coalesce((SELECT json_extract(value, '$') FROM settings WHERE name = 'postsPerPage'), 10)`;
/** Sticky posts that the front page puts first. */
const MAX_STICKY = 5;

type ListRow = SummaryRow & { list: string; total: number; per_page: number };

/** A page of a list, and the list's name, which is also the tag of its changes. */
export type NamedListPage = ListPage & { readonly name: string };

/**
 * One page of a list: a range of positions, whatever the page. `list` is SQL for the list's name and may use ?1.
 * The names stand in the code; only `value` comes from outside.
 */
export function listStatement(
  reader: Reader,
  list: string,
  value: string,
  page: number,
): D1PreparedStatement {
  const sql = `WITH size AS (SELECT list, max(position) AS total, ${PER_PAGE} AS per_page FROM lists WHERE list = (${list}))
    SELECT ${SUMMARY_COLUMNS}, size.list, size.total, size.per_page FROM size
    JOIN lists l ON l.list = size.list AND l.position > total - ?2 * per_page AND l.position <= total - (?2 - 1) * per_page
    JOIN listed_posts posts ON posts.id = l.post_id JOIN authors ON authors.id = posts.author_id
    ORDER BY l.position DESC`;
  return reader.sql(sql, value, page);
}

/** Null when the page has no posts. */
export function toListPage(rows: unknown[], page: number): NamedListPage | null {
  const [first] = rows as ListRow[];
  if (!first?.total) return null;
  const { total, per_page: perPage } = first;
  return {
    name: first.list,
    posts: (rows as ListRow[]).map(toSummary),
    page,
    pages: Math.ceil(total / perPage),
    total,
  };
}

/** The front page; page 1 of an empty blog is empty, not missing. */
export async function findFrontPage(reader: Reader, page: number): Promise<ListPage | null> {
  const [newest = [], first = []] = await reader.batch([
    listStatement(reader, "SELECT ?1", "front", page),
    ...(page === 1 ? [stickyStatement(reader)] : []),
  ]);
  const list = toListPage(newest, page);
  if (!list) return page === 1 ? { posts: [], page, pages: 1, total: 0 } : null;
  return { ...list, posts: stickyFirst((first as SummaryRow[]).map(toSummary), list.posts) };
}

function stickyFirst(sticky: PostSummary[], posts: readonly PostSummary[]): PostSummary[] {
  const paths = new Set(sticky.map(({ path }) => path));
  return [...sticky, ...posts.filter(({ path }) => !paths.has(path))];
}

const stickyStatement = (reader: Reader): D1PreparedStatement =>
  reader.sql(
    `SELECT ${SUMMARY_COLUMNS} FROM lists l
     JOIN listed_posts posts ON posts.id = l.post_id JOIN authors ON authors.id = posts.author_id
     WHERE l.list = 'sticky' ORDER BY l.position DESC LIMIT ?1`,
    MAX_STICKY,
  );
