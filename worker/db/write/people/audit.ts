import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../../src/model.ts";

/** A line about what somebody did to who may do what. */
export interface AuditLine {
  readonly at: UtcTime;
  /** Null: the command line. */
  readonly authorId: number | null;
  readonly action: string;
  readonly detail?: string;
}

export const insertAudit = (db: D1Database, line: AuditLine): D1PreparedStatement =>
  db
    .prepare(
      "INSERT INTO audit (at, author_id, action, detail) VALUES (?1, ?2, ?3, ?4) RETURNING id",
    )
    .bind(line.at, line.authorId, line.action, line.detail ?? "");
