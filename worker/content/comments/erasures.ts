import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { listErasures, listUndone } from "../../db/read/persons.ts";
import {
  type Erased,
  type Erasure,
  eraseComments,
  insertErasures,
} from "../../db/write/erasures.ts";

/** As much of R2 as erasures need. */
export interface Bucket {
  readonly put: (
    key: string,
    value: string,
    options: { readonly customMetadata: Record<string, string> },
  ) => Promise<unknown>;
  readonly list: (options: {
    prefix: string;
    include: ["customMetadata"];
    cursor?: string;
  }) => Promise<{
    readonly objects: readonly {
      readonly key: string;
      readonly customMetadata?: Record<string, string>;
    }[];
    readonly truncated: boolean;
    readonly cursor?: string;
  }>;
}

const FOLDER = "erasures/";
/** Comments that one batch erases. */
const MOST_AT_ONCE = 50;
/** Objects that are put at the same time: a Worker has six connections. */
const MOST_PUTS = 6;
/** Rows of one question. */
const MOST_ROWS = 1_000;

/** Keeps what was erased, by id alone, where no restore of the database takes it back. */
export async function rememberErasures(
  bucket: Bucket,
  erasures: readonly Erasure[],
): Promise<void> {
  for (let from = 0; from < erasures.length; from += MOST_PUTS)
    await Promise.all(erasures.slice(from, from + MOST_PUTS).map((one) => put(bucket, one)));
}

const put = (bucket: Bucket, { id, what }: Erasure) =>
  bucket.put(`${FOLDER}${encodeURIComponent(id)}.json`, JSON.stringify({ id, what }), {
    customMetadata: { what },
  });

export interface Applying {
  readonly db: D1Database;
  readonly bucket: Bucket;
  readonly anonymous: string;
  readonly now: UtcTime;
}

/**
 * Erases again whatever a restore has brought back, and makes both lists of erasures whole. Gives how many comments it erased;
 * where there is nothing to do it writes nothing.
 */
export async function applyErasures({ db, bucket, anonymous, now }: Applying): Promise<number> {
  const kept = await listKept(bucket);
  const known = await listKnown(db);
  const isNews = ({ id, what }: Erasure, than: ReadonlyMap<string, Erased>) =>
    than.get(id) !== "text" && than.get(id) !== what;
  const forDb = [...kept].map(([id, what]) => ({ id, what })).filter((one) => isNews(one, known));
  for (let from = 0; from < forDb.length; from += MOST_ROWS)
    await db.batch(insertErasures(db, forDb.slice(from, from + MOST_ROWS), now));
  const forBucket = [...known].map(([id, what]) => ({ id, what }));
  await rememberErasures(
    bucket,
    forBucket.filter((one) => isNews(one, kept)),
  );
  return eraseAgain({ db, anonymous, now });
}

async function eraseAgain({ db, ...rest }: Omit<Applying, "bucket">): Promise<number> {
  const undone = await listUndone(db, MOST_AT_ONCE);
  if (undone.length === 0) return 0;
  for (const what of ["text", "name"] as const) {
    const some = undone.filter((one) => one.what === what);
    if (some.length === 0) continue;
    const ids = some.map(({ id }) => id);
    await db.batch(eraseComments(db, ids, { what, ...rest }));
  }
  return undone.length + (await eraseAgain({ db, ...rest }));
}

async function listKept(bucket: Bucket): Promise<Map<string, Erased>> {
  const kept = new Map<string, Erased>();
  let cursor: string | undefined;
  do {
    const page = await bucket.list({
      prefix: FOLDER,
      include: ["customMetadata"],
      ...(cursor && { cursor }),
    });
    for (const { key, customMetadata } of page.objects) {
      const id = decodeURIComponent(key.slice(FOLDER.length, -".json".length));
      kept.set(id, customMetadata?.["what"] === "name" ? "name" : "text");
    }
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor);
  return kept;
}

async function listKnown(db: D1Database): Promise<Map<string, Erased>> {
  const known = new Map<string, Erased>();
  for (let after = ""; ; ) {
    const some = await listErasures(db, after, MOST_ROWS);
    for (const { id, what } of some) known.set(id, what);
    if (some.length < MOST_ROWS) return known;
    after = some.at(-1)?.id ?? "";
  }
}
