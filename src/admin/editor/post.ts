/** What an author writes of a post; sent whole with every save. */
export interface PostFields {
  readonly title: string;
  readonly markdown: string;
  readonly slug: string;
  readonly summary: string;
  /** BCP 47. */
  readonly lang: string;
  /** Names. */
  readonly tags: readonly string[];
  /** Slugs. */
  readonly categories: readonly string[];
  readonly cover: { readonly key: string; readonly alt: string } | null;
  readonly canonical: string | null;
  readonly comments: "open" | "held" | "closed";
  readonly sticky: boolean;
  /** Slug. */
  readonly author: string;
}

/** What a save stands on: another save since then makes it a conflict. */
export interface Base {
  readonly version: number;
  readonly revision: number;
}

export type Status = "draft" | "scheduled" | "published" | "unlisted" | "private";

export interface PostFull {
  readonly id: number;
  readonly kind: "post" | "page";
  readonly status: Status;
  readonly path: string;
  readonly format: "markdown" | "html";
  readonly base: Base;
  readonly fields: PostFields;
  readonly publishedAt: string | null;
  readonly author: { readonly slug: string; readonly name: string };
  /** What readers see, where it differs from `fields`. */
  readonly published: PostFields | null;
  /** Of an HTML post. */
  readonly html?: string;
}

/** What somebody else saved meanwhile. */
export interface Current {
  readonly base: Base;
  readonly fields: PostFields;
  readonly author: { readonly slug: string; readonly name: string } | string | null;
  readonly savedAt: string;
}

/** Whether two say the same; the order of names in an object says nothing. */
export function sameFields(one: PostFields, other: PostFields): boolean {
  return NAMES.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
}

const NAMES = [
  ...["title", "markdown", "slug", "summary", "lang", "tags", "categories"],
  ...["cover", "canonical", "comments", "sticky", "author"],
] as (keyof PostFields)[];
