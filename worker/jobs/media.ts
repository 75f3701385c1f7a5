import type { UtcTime } from "../../src/model.ts";
import { listKnownKeys } from "../db/read/media.ts";
import { deleteUpload, listAbandoned } from "../db/write/media/uploads.ts";
import type { Env } from "../env.ts";

type Bindings = Pick<Env, "DB" | "MEDIA">;

const HOUR_MS = 3_600_000;
/** Milliseconds: whoever stores a file writes its row long before. */
const YOUNG_MS = 24 * HOUR_MS;
/** Milliseconds after which nobody goes on with an upload. */
const ABANDONED_MS = 7 * 24 * HOUR_MS;
const MOST_UPLOADS = 20;
/** Objects of one question, and questions of one run: the rest is garbage for longer. */
const AT_ONCE = 500;
const MOST_PAGES = 40;
/** Only what is stored as media is; erasures and what the caches remember have other names. */
const KEY = /^[0-9a-f]{32}$/;

/** Forgets uploads that were left, and the parts that R2 keeps of them. */
export async function endUploads({ DB, MEDIA }: Bindings, now: UtcTime): Promise<number> {
  const before = utc(Date.parse(now) - ABANDONED_MS);
  const abandoned = await listAbandoned(DB, before, MOST_UPLOADS);
  for (const { key, uploadId } of abandoned) {
    // R2 ends uploads by itself after some days; then there is nothing to end.
    await MEDIA.resumeMultipartUpload(key, uploadId)
      .abort()
      .catch(() => {});
    await deleteUpload(DB, key).run();
  }
  return abandoned.length;
}

/**
 * Deletes files of which no row, no size and no upload knows: what is left when the database failed after R2, or R2 after the
 * database. Each hour sees the files that begin with another digit, so that a day sees all of them.
 */
export async function sweepMedia({ DB, MEDIA }: Bindings, now: UtcTime): Promise<number> {
  let swept = 0;
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const list = await MEDIA.list({
      limit: AT_ONCE,
      prefix: digitOf(now),
      ...(cursor && { cursor }),
    });
    const old = list.objects
      .filter(({ key, uploaded }) => KEY.test(key) && isOld(uploaded, now))
      .map(({ key }) => key);
    const known = old.length > 0 ? await listKnownKeys(DB, old) : new Set<string>();
    const unknown = old.filter((key) => !known.has(key));
    if (unknown.length > 0) await MEDIA.delete(unknown);
    swept += unknown.length;
    if (!list.truncated) break;
    cursor = list.cursor;
  }
  return swept;
}

const isOld = (uploaded: Date, now: UtcTime): boolean =>
  Date.parse(now) - uploaded.getTime() > YOUNG_MS;

/** Of sixteen. */
const digitOf = (now: UtcTime): string => (Number(now.slice(11, 13)) % 16).toString(16);

const utc = (milliseconds: number): UtcTime =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
