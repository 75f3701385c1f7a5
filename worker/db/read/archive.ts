import type { MonthCount, YearCount } from "../../../src/model.ts";
import { listStatement, type NamedListPage, toListPage } from "./lists.ts";
import { type PostPage, postPageStatements, toPostPage } from "./posts.ts";
import type { Reader } from "./reader.ts";

/** A stored path wins over an archive of the same address; both are asked for in one batch. */
export type OrPost<T> = { readonly stored: PostPage } | { readonly archive: T } | null;

export async function listYears(reader: Reader): Promise<YearCount[]> {
  const sql = `SELECT substr(list, 6) AS year, posts FROM counts
    WHERE list >= 'year:' AND list < 'year;' ORDER BY list DESC`;
  const [years = []] = await reader.batch([reader.sql(sql)]);
  return years as YearCount[];
}

export async function findYear(reader: Reader, year: string): Promise<OrPost<MonthCount[]>> {
  const sql = `SELECT substr(list, 7) AS month, posts FROM counts
    WHERE list >= 'month:' || ?1 || '-' AND list < 'month:' || ?1 || '.' ORDER BY list`;
  const [months = [], ...post] = await reader.batch([
    reader.sql(sql, year),
    ...postPageStatements(reader, `/${year}/`, 1),
  ]);
  const stored = toPostPage(post, 1);
  if (stored) return { stored };
  return months.length > 0 ? { archive: months as MonthCount[] } : null;
}

/** `month` is "YYYY-MM". */
export async function findMonth(
  reader: Reader,
  month: string,
  page: number,
): Promise<OrPost<NamedListPage>> {
  const path = `/${month.replace("-", "/")}/`;
  const [rows = [], ...post] = await reader.batch([
    listStatement(reader, "SELECT 'month:' || ?1", month, page),
    ...(page === 1 ? postPageStatements(reader, path, 1) : []),
  ]);
  const stored = page === 1 ? toPostPage(post, 1) : null;
  if (stored) return { stored };
  const archive = toListPage(rows, page);
  return archive && { archive };
}
