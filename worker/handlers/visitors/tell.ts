import type { D1Database } from "@cloudflare/workers-types";
import type { CommentInput } from "../../content/comments/parse.ts";
import type { VisitorComment } from "../../db/write/discussion/insert.ts";
import type { Statements } from "../../db/write/drafts.ts";

/** Who is to be told of a comment, in the batch that writes it. */
export const tellOthers = (
  _db: D1Database,
  _input: CommentInput,
  _comment: VisitorComment,
): Statements => [];
