/** SQL that makes the numbers which follow from the lists. */

export type Counted = "tag" | "category" | "author";

/** How many posts the list of each tag, category or author has; the highest position says it. `which` limits the rows. */
export function countTerms(noun: Counted, which = "true"): string {
  const table = noun === "category" ? "categories" : `${noun}s`;
  const longest = `coalesce((SELECT max(position) FROM lists WHERE list = '${noun}:' || ${table}.id), 0)`;
  return `UPDATE ${table} SET posts = ${longest} WHERE ${which} AND posts <> ${longest}`;
}

/** Terms whose lists were touched. */
export const touched = (noun: Counted): string =>
  `id IN (SELECT CAST(substr(list, ${noun.length + 2}) AS INTEGER) FROM shifts WHERE list GLOB '${noun}:*')`;

/** The place of each used tag among all by name. Nothing is read unless the query `where` gives a row. */
export const placeTags = (where: string): string =>
  `UPDATE tags SET position = moved.place FROM (
    SELECT * FROM (
      SELECT id, position, CASE WHEN posts > 0 THEN
        row_number() OVER (PARTITION BY posts > 0 ORDER BY name COLLATE NOCASE, id) END AS place
      FROM (${where}) CROSS JOIN tags)
    WHERE position IS NOT place) moved
  WHERE moved.id = tags.id`;

/** A tag that got its first post or lost its last. */
export const TAG_CAME_OR_WENT = `SELECT 1 FROM tags
  WHERE ${touched("tag")} AND (posts > 0) <> (position IS NOT NULL) LIMIT 1`;

const count = (query: string): string => `INSERT INTO counts (list, posts) ${query} WHERE true
  ON CONFLICT (list) DO UPDATE SET posts = excluded.posts WHERE posts <> excluded.posts`;

/** The touched months out of their lists, their years out of the months. */
export const COUNT_MONTHS: readonly string[] = [
  count(`SELECT list, coalesce((SELECT max(position) FROM lists WHERE lists.list = months.list), 0)
    FROM (SELECT DISTINCT list FROM shifts WHERE list GLOB 'month:*') months`),
  count(`SELECT 'year:' || year, (SELECT sum(posts) FROM counts
      WHERE list >= 'month:' || year || '-' AND list < 'month:' || year || '.')
    FROM (SELECT DISTINCT substr(list, 7, 4) AS year FROM shifts WHERE list GLOB 'month:*')`),
  `DELETE FROM counts WHERE posts = 0 AND list IN (
    SELECT list FROM shifts UNION SELECT 'year:' || substr(list, 7, 4) FROM shifts WHERE list GLOB 'month:*')`,
];
