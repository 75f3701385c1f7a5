import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { again } from "../../db/again.ts";
import type { ShownComment } from "../../db/read/discussion/place.ts";
import { changeOfThose } from "../../db/write/changes.ts";
import { reportRow } from "../../db/write/discussion/decide.ts";
import { spendWrites } from "../../db/write/discussion/insert.ts";
import type { Statements } from "../../db/write/drafts.ts";
import { updateSite } from "../../db/write/site.ts";
import type { Reason } from "./reasons.ts";
import { ROWS_OF_COMMENT } from "./write.ts";

export interface Report {
  readonly reason: string;
  readonly now: UtcTime;
  /** What else is written in the same batch: who is to be told. */
  readonly beside: Statements;
}

/** Holds a comment for the author to see; one that an author has looked at after a report stays, with the report noted. */
export async function reportComment(
  db: D1Database,
  { id }: ShownComment,
  { reason: detail, now, beside }: Report,
): Promise<void> {
  const reason: Reason = { code: "reported", detail };
  const { here, after } = changeOfThose(db, [id], "pending", { now, gone: true });
  await again(() =>
    db.batch([
      ...reportRow(db, id, { reason: JSON.stringify(reason), now }),
      spendWrites(db, now.slice(0, 10), ROWS_OF_COMMENT),
      ...beside,
      updateSite(db),
      ...[...here, ...after],
    ]),
  );
}
