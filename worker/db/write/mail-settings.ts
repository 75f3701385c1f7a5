import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";

/** Where mails come from and go to. */
export interface MailSettings {
  /** The address that the blog writes from; null while none is set. */
  readonly from: string | null;
  /** Who is told of comments that wait; null: the owners. */
  readonly to: readonly string[] | null;
  /** From which address a mail to anybody was taken, and when: only then is everybody written to. */
  readonly tested: { readonly from: string; readonly at: UtcTime } | null;
}

export async function findMailSettings(db: D1Database): Promise<MailSettings> {
  const sql = "SELECT value FROM settings WHERE name = 'mail'";
  const value = await db.prepare(sql).bind().first<string>("value");
  return { from: null, to: null, tested: null, ...(value ? JSON.parse(value) : {}) };
}

export function writeMailSettings(db: D1Database, settings: MailSettings): D1PreparedStatement {
  const sql = `INSERT INTO settings (name, value) VALUES ('mail', ?1)
    ON CONFLICT (name) DO UPDATE SET value = ?1, demo = 0`;
  return db.prepare(sql).bind(JSON.stringify(settings));
}
