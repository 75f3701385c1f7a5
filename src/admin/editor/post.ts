import type { Base, PostFields } from "../../admin-api/posts.ts";

/** What somebody else saved meanwhile. */
export interface Current {
  readonly base: Base;
  readonly fields: PostFields;
  /** A name. */
  readonly author: string | null;
  readonly savedAt: string;
}

/** Whether two say the same; the blog trims lines, and the order of names in an object says nothing. */
export const sameFields = (one: PostFields, other: PostFields): boolean =>
  differingFields(one, other).length === 0;

/** The names of what two say differently. */
export const differingFields = (one: PostFields, other: PostFields): (keyof PostFields)[] =>
  NAMES.filter((name) => said(one, name) !== said(other, name));

const NAMES = [
  ...["title", "markdown", "slug", "summary", "lang", "tags", "categories"],
  ...["cover", "canonical", "comments", "sticky", "author"],
] as (keyof PostFields)[];

function said(fields: PostFields, name: keyof PostFields): string {
  const value = fields[name];
  if (name === "cover") return fields.cover ? `${fields.cover.key} ${fields.cover.alt.trim()}` : "";
  if (Array.isArray(value)) return JSON.stringify(value.map((part) => part.trim()));
  if (name === "markdown" || typeof value !== "string") return String(value || "");
  return value.trim().normalize("NFC");
}
