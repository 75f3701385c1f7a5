import { commentPermalink, permalink } from "../../../addresses.ts";
import type { QueuedComment } from "../../../admin-api/comments.ts";

/** Where a comment stands for readers; the post itself where it does not yet. */
export const postAddress = ({
  id,
  number,
  status,
  postPath,
}: Pick<QueuedComment, "id" | "number" | "status" | "postPath">): string =>
  status === "approved" && number !== null
    ? commentPermalink(postPath, { id, number })
    : permalink(postPath);
