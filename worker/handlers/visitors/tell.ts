import type { D1Database } from "@cloudflare/workers-types";
import type { CommentInput } from "../../content/comments/parse.ts";
import type { VisitorComment } from "../../db/write/discussion/insert.ts";
import type { Statements } from "../../db/write/drafts.ts";
import { oweAnswerMail, oweOwnerMail } from "../../db/write/outbox.ts";
import { subscribe } from "../../db/write/subscriptions.ts";

/** Who is to be told of a comment, in the batch that writes it. */
export const tellOthers = (
  db: D1Database,
  { notify }: Pick<CommentInput, "notify">,
  { publicId, status, email, now }: VisitorComment,
): Statements => [
  ...(status === "pending" ? oweOwnerMail(db, { now }) : []),
  ...(status === "approved" ? oweAnswerMail(db, publicId, { now }) : []),
  ...(notify && email ? subscribe(db, { commentPublicId: publicId, email, now }) : []),
];
