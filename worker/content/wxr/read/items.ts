import type { PostStatus } from "../../../db/write/drafts.ts";
import type { Fields } from "./records.ts";

/** What an item of the export becomes. */
export type Kind = "post" | "page" | "media";

/** What an item is, or why it stays behind. */
export type Classified =
  | { readonly kind: Kind; readonly skip: null }
  | { readonly kind: Kind | "other"; readonly skip: string };

const KINDS: Readonly<Record<string, Kind>> = {
  "": "post",
  post: "post",
  page: "page",
  attachment: "media",
};

/** Says what an item is by its WordPress type and status. */
export function classify(field: Fields): Classified {
  const type = field("wp:post_type").trim();
  const kind = KINDS[type];
  if (!kind) return { kind: "other", skip: `type ${type.slice(0, 40)}` };
  return { kind, skip: field("wp:status").trim() === "trash" ? "in the trash" : null };
}

/** WordPress's word for a status, and ours: the same or stricter. What had a password is private here. */
export function statusOf(field: Fields): PostStatus {
  const status = field("wp:status").trim();
  if (status === "private") return "private";
  const known = status === "publish" || status === "future";
  if (known && field("wp:post_password").trim() !== "") return "private";
  if (status === "publish") return "published";
  return status === "future" ? "scheduled" : "draft";
}

export const idOf = (text: string): number | null => {
  const id = Number(text.trim());
  return Number.isSafeInteger(id) && id > 0 ? id : null;
};
