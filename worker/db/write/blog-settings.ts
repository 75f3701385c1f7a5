import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { change } from "./changes.ts";
import type { Statements } from "./drafts.ts";
import { updateSite } from "./site.ts";

/** The settings of these names that are set. */
export async function findStoredSettings(
  db: D1Database,
  names: readonly string[],
): Promise<Record<string, unknown>> {
  const sql = "SELECT name, value FROM settings WHERE name IN (SELECT value FROM json_each(?1))";
  const { results } = await db
    .prepare(sql)
    .bind(JSON.stringify(names))
    .all<{ name: string; value: string }>();
  return Object.fromEntries(results.map(({ name, value }) => [name, JSON.parse(value)]));
}

/** Sets some, and every page shows it. */
export const writeSettings = (
  db: D1Database,
  values: Readonly<Record<string, unknown>>,
  now: UtcTime,
): Statements => [
  ...Object.entries(values).map(([name, value]) =>
    db
      .prepare(
        `INSERT INTO settings (name, value, demo) VALUES (?1, ?2, 0)
         ON CONFLICT (name) DO UPDATE SET value = ?2, demo = 0`,
      )
      .bind(name, JSON.stringify(value)),
  ),
  updateSite(db),
  ...change(db, ["site"], { now }),
];
