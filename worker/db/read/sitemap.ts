import type { Path, UtcTime } from "../../../src/model.ts";
import type { Reader } from "./reader.ts";

/** Addresses in one file; a file costs as many rows as it has addresses. */
export const PLACES_PER_FILE = 1_000;

/** A listed post or static page, and when it changed. */
export interface PlaceRow {
  readonly path: Path;
  readonly updatedAt: UtcTime;
}

/** How many addresses there are, and the addresses themselves if one file holds them. */
export async function findSitemap(reader: Reader): Promise<{ total: number; places: PlaceRow[] }> {
  const [last, places] = (await reader.batch([
    reader.sql("SELECT max(position) AS total FROM sitemap"),
    reader.sql(
      `${PLACES} WHERE position <= iif((SELECT max(position) FROM sitemap) <= ?1, ?1, 0) ORDER BY position`,
      PLACES_PER_FILE,
    ),
  ])) as [{ total: number | null }[], PlaceRow[]];
  return { total: last[0]?.total ?? 0, places };
}

/** The addresses of one file, from 1; the oldest posts come first, so that a full file never changes its range. */
export async function listSitemapFile(reader: Reader, file: number): Promise<PlaceRow[]> {
  // Positions are dense; with a limit SQLite does not look at the row after the last.
  const sql = `${PLACES} WHERE position > ?1 ORDER BY position LIMIT ?2`;
  const first = (file - 1) * PLACES_PER_FILE;
  const [places = []] = await reader.batch([reader.sql(sql, first, PLACES_PER_FILE)]);
  return places as PlaceRow[];
}

const PLACES = "SELECT path, updated_at AS updatedAt FROM sitemap";
