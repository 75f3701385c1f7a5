import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { findPerson, type Who } from "../../db/read/persons.ts";
import { type Erased, eraseComments, forgetAddress } from "../../db/write/erasures.ts";
import { type Bucket, rememberErasures } from "./erasures.ts";

/** Comments that one batch erases. */
const MOST_AT_ONCE = 50;

export interface Export {
  readonly comments: readonly object[];
  readonly subscriptions: readonly object[];
  readonly mentions: readonly object[];
}

/**
 * All that is stored about somebody, for JSON: comments in every state, what they want to hear of, and mentions. A visitor is
 * not told what is spam, or why.
 */
export async function exportPerson(
  db: D1Database,
  who: Who,
  { frank = false }: { readonly frank?: boolean } = {},
): Promise<Export> {
  const { comments, subscriptions } = await findPerson(db, who);
  const rows = comments.map(
    ({ postGuid: _, postPath, postTitle, status, reasons, ...comment }) => ({
      ...comment,
      post: { title: postTitle, path: postPath },
      ...(frank
        ? { status, reasons: JSON.parse(reasons) }
        : { status: status === "spam" ? "pending" : status }),
    }),
  );
  return {
    comments: rows.filter(({ kind }) => kind === "comment"),
    subscriptions,
    mentions: rows.filter(({ kind }) => kind !== "comment"),
  };
}

/** Where an erasure is written. */
export interface Records {
  readonly db: D1Database;
  /** Holds what was erased where no restore of the database changes it. */
  readonly bucket: Bucket;
}

export interface ErasePerson {
  readonly what: Erased;
  /** The name of somebody without one. */
  readonly anonymous: string;
  readonly now: UtcTime;
}

/** Erases somebody's texts, or only their name: gives the ids of the comments. Whoever asks tells the caches after it. */
export async function erasePerson(
  { db, bucket }: Records,
  who: Who,
  erasing: ErasePerson,
): Promise<string[]> {
  const { comments: all } = await findPerson(db, who);
  // A place that is empty has no name to lose, and must not become less than empty.
  const comments = erasing.what === "text" ? all : all.filter(({ text }) => text !== "");
  const ids = comments.map(({ id }) => id);
  // First where no restore changes it: of what is written there only ids can be read.
  await rememberErasures(
    bucket,
    ids.map((id) => ({ id, what: erasing.what })),
  );
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE)
    await db.batch(eraseComments(db, ids.slice(from, from + MOST_AT_ONCE), erasing));
  if ("email" in who) await db.batch(forgetAddress(db, who.email.toLowerCase()));
  return ids;
}
