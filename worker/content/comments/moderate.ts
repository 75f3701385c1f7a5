import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { change, changeOfThose } from "../../db/write/changes.ts";
import {
  approveRows,
  countHosts,
  type DecidedRow,
  listDecided,
  setNoteBlock,
  setStatus,
} from "../../db/write/discussion/decide.ts";
import type { Statements } from "../../db/write/drafts.ts";
import { updateSite } from "../../db/write/site.ts";
import { hostsIn } from "./hosts.ts";
import { blockTexts, findPassage } from "./passages.ts";

/** What an author may do with comments. `hold` puts them back into the queue. */
export type ModerationAction = "approve" | "spam" | "trash" | "hold";

export interface Moderated {
  /** Public ids of those that changed. */
  readonly ids: readonly string[];
  /** What they were before. */
  readonly was: readonly Pick<DecidedRow, "id" | "status">[];
}

/** What else is written in the same batch, with what it is about. */
export interface Beside {
  readonly now: UtcTime;
  /** For each comment that becomes public, for those who want to be told. */
  readonly tell?: (publicId: string) => Statements;
  /** Only below this author's posts. */
  readonly authorId?: number | null;
}

/**
 * Decides about comments by their public ids: numbers, counts, places in the margin and the change that the caches go by, in
 * one batch. Ids that are unknown, and comments that are so already, change nothing.
 */
export async function moderateComments(
  db: D1Database,
  ids: readonly string[],
  action: ModerationAction,
  { now, tell = () => [], authorId = null }: Beside,
): Promise<Moderated> {
  const status = STATUS_AFTER[action];
  const rows = (await listDecided(db, ids)).filter(
    (row) => row.status !== status && (authorId === null || row.postAuthorId === authorId),
  );
  if (rows.length === 0) return { ids: [], was: [] };
  const changed = rows.map(({ id }) => id);
  const approved = status === "approved";
  const { here, after } = approved
    ? announce(db, rows, now)
    : changeOfThose(db, changed, "approved", { now, gone: true });
  await db.batch([
    ...here,
    ...(approved ? approveRows(db, changed, now) : setStatus(db, changed, { status, now })),
    ...(approved ? placeNotes(db, rows) : []),
    ...countHosts(db, hostCounts(rows, status)),
    ...(approved ? changed.flatMap(tell) : []),
    updateSite(db),
    ...after,
  ]);
  return { ids: changed, was: rows.map(({ id, status: before }) => ({ id, status: before })) };
}

const STATUS_AFTER = {
  ...({ approve: "approved", spam: "spam", trash: "trash", hold: "pending" } as const),
} satisfies Record<ModerationAction, string>;

/** Only what readers can see now is a change to them. */
function announce(
  db: D1Database,
  rows: readonly DecidedRow[],
  now: UtcTime,
): { readonly here: Statements; readonly after: Statements } {
  const posts = new Set(rows.flatMap((row) => (row.postPublic ? `post:${row.postId}` : [])));
  const tags = [...posts, "comments"];
  return { here: [], after: posts.size > 0 ? change(db, tags, { now }) : [] };
}

function placeNotes(db: D1Database, rows: readonly DecidedRow[]): Statements {
  const texts = new Map<number, string[]>();
  return rows.flatMap(({ id, postId, postHtml, quote, prefix, suffix }) => {
    if (quote === null || postHtml === null) return [];
    const known = texts.get(postId) ?? blockTexts(postHtml);
    texts.set(postId, known);
    const passage = { text: quote, prefix: prefix ?? "", suffix: suffix ?? "" };
    return setNoteBlock(db, id, findPassage(passage, known));
  });
}

/** What is decided about a comment says something of the hosts that it links to. */
function hostCounts(rows: readonly DecidedRow[], now: string) {
  const counts = new Map<string, { host: string; approved: number; spam: number }>();
  for (const { html, url, status } of rows) {
    for (const host of hostsIn(html, url)) {
      const count = counts.get(host) ?? { host, approved: 0, spam: 0 };
      for (const kind of ["approved", "spam"] as const)
        count[kind] += Number(now === kind) - Number(status === kind);
      counts.set(host, count);
    }
  }
  return [...counts.values()];
}
