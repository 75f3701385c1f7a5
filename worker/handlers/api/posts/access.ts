import type { PostFields } from "../../../../src/admin-api/posts.ts";
import type { Capability } from "../../../../src/admin-api/roles.ts";
import type { Who } from "../../../auth/who.ts";
import { workingCopy } from "../../../content/writing/fields.ts";
import { findWriting, type WritingRow } from "../../../db/read/writing.ts";
import { BlogError, FieldError } from "../../../errors.ts";
import type { ApiContext } from "../route.ts";

/** The post that an address names, for somebody who may write it; what is not theirs answers as what is not there. */
export async function postOf({ env, params, who }: ApiContext): Promise<WritingRow> {
  const id = /^[1-9]\d{0,14}$/.test(params["post"] ?? "") ? Number(params["post"]) : 0;
  const row = id > 0 ? await findWriting(env.DB, id) : null;
  if (!row || !mayWrite(who, row)) throw new BlogError("missing", "There is no such post.");
  return row;
}

/** Whoever writes for all writes everything; static pages are the whole blog's. */
export const mayWrite = (who: Who, { kind, authorId }: Pick<WritingRow, "kind" | "authorId">) =>
  who.can("posts.all") || (kind === "post" && authorId === who.id);

/** Posts of others, and what stands above them, are for whoever may write them. What such a person set may stay. */
export function refuseBeyondRole(
  who: Who,
  { author, sticky }: Pick<PostFields, "author" | "sticky">,
  row: WritingRow,
): void {
  if (who.can("posts.all")) return;
  if (author !== row.authorSlug)
    throw new FieldError("author", "role", "You write under your own name.");
  if (sticky && row.sticky === 0 && !workingCopy(row).fields.sticky)
    throw new FieldError("sticky", "role", "Your role does not include this.");
}

export function need(who: Who, capability: Capability): void {
  if (!who.can(capability)) throw new BlogError("forbidden", "Your role does not include this.");
}
