import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { again } from "../../db/again.ts";
import { findCommentFacts } from "../../db/read/discussion/facts.ts";
import {
  OWN_BY_TOKEN,
  type OwnComment,
  type OwnRow,
  toOwnComment,
} from "../../db/read/discussion/own.ts";
import type { Reader } from "../../db/read/reader.ts";
import { changeOfThose } from "../../db/write/changes.ts";
import { spendWrites } from "../../db/write/discussion/insert.ts";
import { editRow, type OwnChange, withdrawRow } from "../../db/write/discussion/own.ts";
import type { Statements } from "../../db/write/drafts.ts";
import { oweOwnerMail } from "../../db/write/outbox.ts";
import { updateSite } from "../../db/write/site.ts";
import { MOST_WRITES_A_DAY } from "./accept.ts";
import { draftEdit } from "./edit.ts";
import { parseText } from "./parse.ts";
import { questionOf } from "./question.ts";
import { Refusal } from "./refusal.ts";
import { ROWS_OF_COMMENT } from "./write.ts";

/** What changing one's own comment stands on. */
export interface OwnDesk {
  readonly db: D1Database;
  readonly reader: Reader;
  readonly now: UtcTime;
  readonly tokenHash: string;
  /** From when on a comment must be for its writer to change it. */
  readonly since: UtcTime;
}

/** Another text for one's own comment. Links that come with it make it wait; what was public stays so otherwise. */
export async function editComment(
  comment: OwnComment,
  typed: string,
  desk: OwnDesk,
): Promise<OwnComment> {
  const { reader, now, tokenHash } = desk;
  const text = parseText(typed);
  if (text === comment.text) return comment;
  const asked = { ...comment, text, post: comment.post.path, parent: null };
  const question = questionOf(asked, { own: tokenHash, known: tokenHash }, now);
  const facts = await findCommentFacts(reader, question);
  if (!facts.post || facts.spent >= MOST_WRITES_A_DAY) throw new Refusal("late");
  const edit = draftEdit(comment, text, { ...facts, post: facts.post, now });
  const before = comment.status;
  const row = editRow(desk.db, { ...edit, before, ...changeOf(comment, desk) });
  // What waits now is news to whoever moderates.
  const told = edit.status === "pending" ? oweOwnerMail(desk.db, { now }) : [];
  const stored = await write([...row, ...told], comment, desk);
  if (stored.text === text) return stored;
  // Somebody decided about it between the question and the answer.
  if (stored.status !== before && stored.status !== "trash") return editComment(stored, text, desk);
  throw new Refusal("late");
}

/** Takes one's own comment back. */
export async function withdrawComment(comment: OwnComment, desk: OwnDesk): Promise<OwnComment> {
  const stored = await write(withdrawRow(desk.db, changeOf(comment, desk)), comment, desk);
  const isGone = stored.status === "trash" && stored.name === "" && stored.text === "";
  if (!isGone) throw new Refusal("late");
  return stored;
}

const changeOf = ({ id }: OwnComment, { tokenHash, since, now }: OwnDesk): OwnChange => ({
  ...{ id, tokenHash, since, now },
});

/** One batch: the row, what follows from it, and the change where readers see the comment at that moment. */
async function write(
  statements: Statements,
  { id }: OwnComment,
  { db, now, tokenHash }: OwnDesk,
): Promise<OwnComment> {
  const change = changeOfThose(db, [id], "approved", { now, gone: true });
  const results = await again(() =>
    db.batch([
      ...change.here,
      ...statements,
      spendWrites(db, now.slice(0, 10), ROWS_OF_COMMENT),
      updateSite(db),
      ...change.after,
      db.prepare(OWN_BY_TOKEN).bind(tokenHash),
    ]),
  );
  const [row] = (results.at(-1)?.results ?? []) as OwnRow[];
  if (!row) throw new Refusal("late");
  return toOwnComment(row);
}
