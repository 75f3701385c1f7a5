import type { Path } from "../../../src/model.ts";
import type { Reader } from "./reader.ts";

/** Where an old path leads; null where it leads nowhere. */
export async function findRedirect(reader: Reader, path: Path): Promise<Path | null> {
  const sql = "SELECT target FROM redirects WHERE path = ?1";
  const [rows] = (await reader.batch([reader.sql(sql, path)])) as [{ target: Path }[]];
  return rows[0]?.target ?? null;
}
