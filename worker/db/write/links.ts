import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";

export interface LinkDraft {
  readonly title: string;
  readonly url: string;
  readonly description: string;
  readonly position: number;
  readonly demo?: boolean;
}

/** A line of the blogroll. */
export function insertLink(db: D1Database, link: LinkDraft): D1PreparedStatement {
  const sql = `INSERT INTO links (title, url, description, position, demo) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (url) DO NOTHING`;
  return db
    .prepare(sql)
    .bind(link.title, link.url, link.description, link.position, link.demo ? 1 : 0);
}
