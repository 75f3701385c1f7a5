import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Statements } from "../drafts.ts";

/** A file's address as texts have it, with the blog's host in front or without. */
const NAMED = /\/media\/([0-9a-f]{32})(?![0-9a-f])/g;

/** Keys of all files that these texts name. */
export const keysIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(NAMED)].map(([, key]) => key as string))),
];

/** Notes which files a post names in all of these texts, and forgets those it named before. */
export function writeUses(db: D1Database, guid: string, texts: readonly string[]): Statements {
  const keys = keysIn(texts);
  const forget = db
    .prepare(
      `DELETE FROM media_uses WHERE post_id = (SELECT id FROM posts WHERE guid = ?1)
       AND media_key NOT IN (SELECT value FROM json_each(?2))`,
    )
    .bind(guid, JSON.stringify(keys));
  return [forget, ...addUses(db, guid, keys)];
}

/** The same for a post that is new, and has nothing to forget. */
export const insertUses = (db: D1Database, guid: string, texts: readonly string[]): Statements =>
  addUses(db, guid, keysIn(texts));

const addUses = (db: D1Database, guid: string, keys: readonly string[]): D1PreparedStatement[] =>
  keys.length === 0
    ? []
    : [
        db
          .prepare(
            `INSERT OR IGNORE INTO media_uses (media_key, post_id)
             SELECT value, posts.id FROM posts, json_each(?2) WHERE posts.guid = ?1`,
          )
          .bind(guid, JSON.stringify(keys)),
      ];
