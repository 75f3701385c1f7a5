import type { Capability } from "../../../../src/admin-api/roles.ts";
import type { Who } from "../../../auth/who.ts";
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

/** Posts of others are for whoever may write them. */
export function refuseForeignAuthor(who: Who, author: string, row: WritingRow): void {
  if (author !== row.authorSlug && !who.can("posts.all"))
    throw new FieldError("author", "role", "You write under your own name.");
}

export function need(who: Who, capability: Capability): void {
  if (!who.can(capability)) throw new BlogError("forbidden", "Your role does not include this.");
}
