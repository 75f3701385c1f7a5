import type { Path } from "../../../src/model.ts";
import type { Reader } from "./reader.ts";

/** Of a redirect: it tells nobody where a post stands that readers cannot see. */
export const LEADS_OPENLY = `(NOT EXISTS (SELECT 1 FROM posts WHERE posts.path = redirects.target)
  OR EXISTS (SELECT 1 FROM public_posts WHERE public_posts.path = redirects.target))`;

/** Where an old path leads; null where it leads nowhere. */
export async function findRedirect(reader: Reader, path: Path): Promise<Path | null> {
  const sql = `SELECT target FROM redirects WHERE path = ?1 AND ${LEADS_OPENLY}`;
  const [rows] = (await reader.batch([reader.sql(sql, path)])) as [{ target: Path }[]];
  return rows[0]?.target ?? null;
}
