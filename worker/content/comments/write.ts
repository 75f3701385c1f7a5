import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { again } from "../../db/again.ts";
import {
  OWN_BY_TOKEN,
  type OwnComment,
  type OwnRow,
  toOwnComment,
} from "../../db/read/discussion/own.ts";
import type { PostOfComment } from "../../db/read/discussion/post.ts";
import { changeComments } from "../../db/write/changes.ts";
import { countHosts } from "../../db/write/discussion/decide.ts";
import {
  insertVisitorComment,
  spendWrites,
  type VisitorComment,
} from "../../db/write/discussion/insert.ts";
import type { Statements } from "../../db/write/drafts.ts";
import { updateSite } from "../../db/write/site.ts";
import { hostsIn } from "./hosts.ts";

export interface Writing {
  readonly db: D1Database;
  readonly now: UtcTime;
  /** What else is written in the same batch: who is to be told. */
  readonly beside: (comment: VisitorComment) => Statements;
}

/** Rows that a comment writes, with those of its indexes; `npm test -- flood` measures it. */
export const ROWS_OF_COMMENT = 30;

/**
 * Stores a comment in one batch, with all that follows from it, and reads it back: what is given is there. Null where it
 * could not be: the post was closed, or the same form came first.
 */
export async function writeComment(
  comment: VisitorComment,
  { guid }: PostOfComment,
  { db, now, beside }: Writing,
): Promise<OwnComment | null> {
  const approved = comment.status === "approved";
  const hosts = hostsIn(comment.html, comment.url).map((host) => ({ host, approved: 1, spam: 0 }));
  const results = await again(() =>
    db.batch([
      ...insertVisitorComment(db, comment),
      spendWrites(db, now.slice(0, 10), ROWS_OF_COMMENT),
      ...beside(comment),
      ...(approved ? [...countHosts(db, hosts), updateSite(db)] : []),
      ...(approved ? changeComments(db, guid, { now }) : []),
      db.prepare(OWN_BY_TOKEN).bind(comment.tokenHash),
    ]),
  );
  const [row] = (results.at(-1)?.results ?? []) as OwnRow[];
  return row ? toOwnComment(row) : null;
}
