import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Path, UtcTime } from "../../../src/model.ts";

export interface NewDraft {
  readonly kind: "post" | "page";
  readonly title: string;
  readonly lang: string;
  /** Slug of an author who is there. */
  readonly author: string;
  readonly guid: string;
  readonly path: Path;
  readonly now: UtcTime;
}

/** A draft without a text. Gives its id; the same guid again gives the same one. */
export const insertDraft = (db: D1Database, draft: NewDraft): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO posts (kind, status, slug, path, guid, lang, author_id, title, format, source, html, excerpt, words,
         created_at, updated_at, comments_open)
       SELECT ?1, 'draft', 'post', ?2, ?3, ?4, id, ?5, 'markdown', '', '', '', 0, ?6, ?6, ?1 = 'post'
       FROM authors WHERE slug = ?7
       ON CONFLICT (guid) DO UPDATE SET guid = excluded.guid RETURNING id`,
    )
    .bind(draft.kind, draft.path, draft.guid, draft.lang, draft.title, draft.now, draft.author);
