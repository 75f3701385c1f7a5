import type { Terms } from "../../admin-api/terms.ts";
import { de } from "../../i18n/admin/de/terms.ts";
import { en } from "../../i18n/admin/en/terms.ts";

export const WORDS = { de, en };

export type Table = "tags" | "categories";
export type Category = Terms["categories"][number];
/** A tag, or a category. */
export type Term = Terms["tags"][number] & Partial<Category>;

/** Where a term is changed. */
export const addressOf = (table: Table, { slug }: Pick<Term, "slug">): string =>
  `/api/terms/${table}/${encodeURIComponent(slug)}`;

/** A category with how deep it stands. */
export interface Placed {
  readonly category: Category;
  readonly depth: number;
}

/** Categories in the order of their tree, each below its parent. One whose parent is gone stands at the top. */
export function treeOf(categories: readonly Category[]): Placed[] {
  const slugs = new Set(categories.map(({ slug }) => slug));
  const parentOf = ({ parent }: Category) => (parent !== null && slugs.has(parent) ? parent : null);
  const below = (parent: string | null, depth: number): Placed[] =>
    categories
      .filter((category) => parentOf(category) === parent)
      .flatMap((category) => [{ category, depth }, ...below(category.slug, depth + 1)]);
  return below(null, 0);
}

/** Those that a category may stand below: all but itself and what is below it. */
export function parentsFor(slug: string | null, categories: readonly Category[]): Placed[] {
  const tree = treeOf(categories);
  const at = tree.findIndex(({ category }) => category.slug === slug);
  const depth = tree[at]?.depth ?? 0;
  const end = tree.findIndex((placed, index) => index > at && placed.depth <= depth);
  if (at < 0) return tree;
  return [...tree.slice(0, at), ...(end < 0 ? [] : tree.slice(end))];
}
