import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Path } from "../../../src/model.ts";

/** Paths of posts that are there, by guid. */
export async function findPathsByGuid(
  db: D1Database,
  guids: readonly string[],
): Promise<Map<string, Path>> {
  const sql = "SELECT guid, path FROM posts WHERE guid IN (SELECT value FROM json_each(?1))";
  const { results } = await ask<{ guid: string; path: Path }>(db, sql, guids);
  return new Map(results.map(({ guid, path }) => [guid, path]));
}

/** Those of the paths that a post has; the demo's posts leave and do not count. */
export async function findTakenPaths(db: D1Database, paths: readonly Path[]): Promise<Path[]> {
  const sql = "SELECT path FROM posts WHERE demo = 0 AND path IN (SELECT value FROM json_each(?1))";
  const { results } = await ask<{ path: Path }>(db, sql, paths);
  return results.map(({ path }) => path);
}

/** The comments that posts have already: what an import must not bring again. */
export async function listImportedComments(
  db: D1Database,
  guids: readonly string[],
): Promise<{ guid: string; publicId: string; wpId: number | null }[]> {
  const sql = `SELECT p.guid, c.public_id AS publicId, c.wp_id AS wpId
    FROM posts p JOIN comments c ON c.post_id = p.id
    WHERE p.guid IN (SELECT value FROM json_each(?1))`;
  return (await ask<{ guid: string; publicId: string; wpId: number | null }>(db, sql, guids))
    .results;
}

/** Those of the public ids that a comment has. */
export async function findTakenIds(db: D1Database, ids: readonly string[]): Promise<string[]> {
  const sql = "SELECT public_id FROM comments WHERE public_id IN (SELECT value FROM json_each(?1))";
  const { results } = await ask<{ public_id: string }>(db, sql, ids);
  return results.map((row) => row.public_id);
}

/** The zone that an import reads local times in, where the blog has one set. */
export async function findTimeZone(db: D1Database): Promise<string | null> {
  const sql =
    "SELECT json_extract(value, '$') AS zone FROM settings WHERE name = 'timeZone' AND demo = 0";
  return (await db.prepare(sql).first<{ zone: string }>())?.zone ?? null;
}

/** The demo makes room: its posts leave only when the import is complete, but not with paths that the import needs. */
export const moveDemoAside = (db: D1Database, paths: readonly Path[]): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE posts SET path = path || 'demo-' || id || '/'
       WHERE demo = 1 AND path IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(paths));

/** An author or a term of the demo that an import brings too is the import's from now on. */
export const claimFromDemo = (
  db: D1Database,
  table: "authors" | "tags" | "categories",
  { slug, name }: { readonly slug: string; readonly name: string },
): D1PreparedStatement =>
  db
    .prepare(`UPDATE ${table} SET demo = 0, name = ?2 WHERE slug = ?1 AND demo = 1`)
    .bind(slug, name);

/** Puts an imported static page below another that may have come after it. */
export const adoptPage = (
  db: D1Database,
  { guid, parentGuid }: { readonly guid: string; readonly parentGuid: string },
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE posts SET parent_id = (SELECT id FROM posts WHERE guid = ?2)
       WHERE guid = ?1 AND import_status IS NOT NULL AND parent_id IS NULL`,
    )
    .bind(guid, parentGuid);

/** A file of the demo that an import brings too stays. */
export const claimMedia = (db: D1Database, key: string): D1PreparedStatement =>
  db.prepare("UPDATE media SET demo = 0 WHERE key = ?1 AND demo = 1").bind(key);

/** One parameter however many values: D1 takes a hundred. */
const ask = <T>(db: D1Database, sql: string, values: readonly string[]) =>
  db.prepare(sql).bind(JSON.stringify(values)).all<T>();
