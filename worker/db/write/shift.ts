import type { D1Database } from "@cloudflare/workers-types";
import type { Statements } from "./drafts.ts";
import { addressesOf, GIVEN, membershipsOf } from "./memberships.ts";

/** A table of dense positions, ordered by date and then by the post's id. */
interface Ordered {
  readonly table: "lists" | "sitemap";
  /** Whether a row `t` stands in the list of the shift `s`, and whether it stands where something leaves. */
  readonly sameList: string;
  readonly leaving: string;
  /** Its rows as (list, position, post_id). */
  readonly places: string;
  /** Which rows the given posts should have. */
  readonly memberships: string;
  /** Columns beside the position, each with what it gets out of the shift `s` and the post `p`. */
  readonly columns: Readonly<Record<string, string>>;
}

export const LISTS: Ordered = {
  table: "lists",
  sameList: "t.list = s.list",
  leaving: "(list, position) IN (SELECT list, at FROM shifts)",
  places: "lists",
  memberships: membershipsOf(GIVEN),
  columns: { list: "s.list", post_id: "p.id" },
};

export const SITEMAP: Ordered = {
  table: "sitemap",
  sameList: "true",
  leaving: "position IN (SELECT at FROM shifts)",
  places: "(SELECT 'sitemap' AS list, position, post_id FROM sitemap)",
  memberships: addressesOf(GIVEN),
  columns: { post_id: "p.id", path: "p.path", updated_at: "p.updated_at" },
};

/**
 * Brings the given posts to their places and moves only what stands behind a place that came or went. Fills `shifts`, for
 * who counts afterwards.
 */
export function reorder(db: D1Database, ordered: Ordered, guids: string): Statements {
  return [
    db.prepare(leave(ordered)).bind(guids),
    db.prepare(`DELETE FROM ${ordered.table} WHERE ${ordered.leaving}`),
    db.prepare(enter(ordered)).bind(guids),
    db.prepare(move(ordered)),
    db.prepare(place(ordered)),
  ];
}

/**
 * What leaves: posts that are no longer in a list, and all given posts of a list in which one of them no longer stands
 * between its neighbours. Where each does, the others are in order too, since they have not changed.
 */
const leave = ({
  places,
  memberships,
}: Ordered): string => `INSERT INTO shifts (list, at, step, post_id)
  WITH RECURSIVE ${memberships},
  mine AS MATERIALIZED (
    SELECT l.list, l.position, p.id AS post_id, p.published_at
    FROM posts p CROSS JOIN ${places} l ON l.post_id = p.id WHERE p.${GIVEN}
  ),
  unsorted AS (
    SELECT mine.list FROM mine
    CROSS JOIN ${places} l ON l.list = mine.list AND l.position IN (mine.position - 1, mine.position + 1)
    CROSS JOIN posts other ON other.id = l.post_id
    WHERE ((other.published_at, other.id) < (mine.published_at, mine.post_id)) IS NOT (l.position < mine.position)
  )
  SELECT list, position, -1, post_id FROM mine
  WHERE list IN (SELECT list FROM unsorted)
    OR (list, post_id) NOT IN (SELECT list, post_id FROM memberships)`;

/** The highest position in a range; what left has made holes. */
const last = (places: string, list: string, range: string): string =>
  `(SELECT position FROM ${places} WHERE list = ${list} AND position ${range} ORDER BY position DESC LIMIT 1)`;

/**
 * What enters, and where: behind the newest, or else where a search by halves ends, which costs a few rows in a list of any
 * length.
 */
const enter = ({
  places,
  memberships,
}: Ordered): string => `INSERT INTO shifts (list, at, step, post_id, published_at)
  WITH RECURSIVE ${memberships},
  search (list, post_id, published_at, low, high) AS (
    SELECT m.list, m.post_id, m.published_at,
      CASE WHEN (p.published_at, p.id) < (m.published_at, m.post_id) THEN l.position + 1 ELSE 1 END,
      coalesce(l.position, 0)
    FROM memberships m
    LEFT JOIN ${places} l ON l.list = m.list AND l.position = ${last(places, "m.list", "> 0")}
    LEFT JOIN posts p ON p.id = l.post_id
    WHERE NOT EXISTS (SELECT 1 FROM ${places} own WHERE own.post_id = m.post_id AND own.list = m.list)
    UNION ALL
    SELECT s.list, s.post_id, s.published_at,
      CASE WHEN (p.published_at, p.id) > (s.published_at, s.post_id) THEN low ELSE (low + high) / 2 + 1 END,
      CASE WHEN (p.published_at, p.id) > (s.published_at, s.post_id) THEN l.position - 1 ELSE high END
    FROM search s
    LEFT JOIN ${places} l ON l.list = s.list
      AND l.position = ${last(places, "s.list", "BETWEEN low AND (low + high) / 2")}
    LEFT JOIN posts p ON p.id = l.post_id
    WHERE low <= high
  )
  SELECT list, low, 1, post_id, published_at FROM search WHERE low > high`;

/** Up to and with each shift, in the order of places: by how much it moves what comes next. */
const MOVED = `SELECT *, sum(step) OVER places AS moved,
    lead(at, 1, 9223372036854775807) OVER places - 1 AS until
  FROM shifts WINDOW places AS (PARTITION BY list ORDER BY at, step DESC, published_at, post_id)`;

/**
 * SQLite reads all rows before it writes the first. One that comes to a place replaces both its own old row and that of
 * the post which stood there, whose turn has yet to come: no two posts end in one place.
 */
function move({ table, sameList, columns }: Ordered): string {
  const names = Object.keys(columns);
  return `INSERT OR REPLACE INTO ${table} (position, ${names.join(", ")})
    SELECT t.position + s.moved, ${names.map((name) => `t.${name}`).join(", ")}
    FROM (${MOVED}) s CROSS JOIN ${table} t ON ${sameList} AND t.position BETWEEN s.at AND s.until
    WHERE s.moved <> 0`;
}

/** An entering post follows what stands before its place. */
const place = ({ table, columns }: Ordered): string =>
  `INSERT INTO ${table} (position, ${Object.keys(columns).join(", ")})
   SELECT s.at - 1 + s.moved, ${Object.values(columns).join(", ")}
   FROM (${MOVED}) s CROSS JOIN posts p ON p.id = s.post_id WHERE s.step = 1`;
