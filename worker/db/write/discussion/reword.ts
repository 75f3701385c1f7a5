import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../../src/model.ts";
import { STILL_THERE } from "./decide.ts";

/** Another text that an author gives a comment, which says that it was edited. Nothing makes a comment of an erased one. */
export const rewordRow = (
  db: D1Database,
  id: string,
  { text, html, excerpt, shape, now }: Rewording,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE comments SET format = 'markdown', source = ?2, html = ?3, excerpt = ?4, shape = ?5, edited_at = ?6,
         updated_at = ?6 WHERE public_id = ?1 AND ${STILL_THERE("comments")}`,
    )
    .bind(id, text, html, excerpt, shape, now);

export interface Rewording {
  readonly text: string;
  readonly html: string;
  readonly excerpt: string;
  readonly shape: string;
  readonly now: UtcTime;
}
