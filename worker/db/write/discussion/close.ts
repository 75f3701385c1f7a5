import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../../src/model.ts";
import { change } from "../changes.ts";
import { type CommentSettings, commentSettings, setSetting } from "../settings.ts";
import { updateSite } from "../site.ts";

/** Posts whose discussion ends or begins again in one run. */
const AT_ONCE = 100;

/** What of the discussions the clock decides. */
export async function followClock(db: D1Database, now: UtcTime): Promise<void> {
  const settings = await findCommentSettings(db);
  await endNight(db, settings, now);
  await closeOld(db, settings, now);
}

/**
 * Ends discussions that are as old as the setting allows, and begins those again that it allows once more. A page has no
 * clock, so this is a change like any other.
 */
async function closeOld(
  db: D1Database,
  { closeAfterDays }: CommentSettings,
  now: UtcTime,
): Promise<void> {
  const until = closeAfterDays === null ? "" : daysBefore(now, closeAfterDays);
  const { results } = await db.prepare(TURNING).bind(until, AT_ONCE).all<{ id: number }>();
  if (results.length === 0) return;
  const ids = results.map(({ id }) => id);
  await db.batch([
    db
      .prepare(
        "UPDATE posts SET comments_aged = published_at < ?2 WHERE id IN (SELECT value FROM json_each(?1))",
      )
      .bind(JSON.stringify(ids), until),
    ...change(
      db,
      ids.map((id) => `post:${id}`),
      { now },
    ),
  ]);
}

/** Puts the switch for bad nights back when its time is over. */
async function endNight(db: D1Database, settings: CommentSettings, now: UtcTime): Promise<void> {
  const { night, nightUntil } = settings;
  if (night === "open" || nightUntil === null || now < nightUntil) return;
  await db.batch(writeCommentSettings(db, { ...settings, night: "open", nightUntil: null }, now));
}

export async function findCommentSettings(db: D1Database): Promise<CommentSettings> {
  const sql = "SELECT value FROM settings WHERE name = 'comments'";
  return commentSettings((await db.prepare(sql).first<string>("value")) ?? null);
}

/** The rules of comments, and every page that says something of them. */
export const writeCommentSettings = (db: D1Database, settings: CommentSettings, now: UtcTime) => [
  setSetting(db, "comments", settings),
  updateSite(db),
  ...change(db, ["site"], { now }),
];

const daysBefore = (now: UtcTime, days: number): UtcTime =>
  `${new Date(Date.parse(now) - days * 86_400_000).toISOString().slice(0, 19)}Z`;

const TURNING = `SELECT * FROM (SELECT id FROM posts WHERE comments_aged = 0 AND published_at < ?1 LIMIT ?2)
  UNION ALL SELECT * FROM (SELECT id FROM posts WHERE comments_aged = 1 AND published_at >= ?1 LIMIT ?2)`;
