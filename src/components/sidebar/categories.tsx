import { permalink } from "../../addresses.ts";
import { wordsOf } from "../../i18n/words.ts";
import type { CategoryLink, InterfaceLang } from "../../model.ts";
import { categoryPath } from "../paths.ts";

interface Props {
  readonly lang: InterfaceLang;
  readonly categories: readonly CategoryLink[];
}

/** All categories, children below their parents. */
export function CategoriesBlock({ lang, categories }: Props) {
  const here = new Set(categories.map(({ slug }) => slug));
  const top = categories.filter(({ parent }) => parent === null || !here.has(parent));
  return (
    <section class="block">
      <h2>{wordsOf(lang).categories}</h2>
      <Branch all={categories} branch={top} />
    </section>
  );
}

type BranchProps = Record<"all" | "branch", readonly CategoryLink[]>;

const Branch = ({ all, branch }: BranchProps) =>
  branch.length === 0 ? null : (
    <ul>
      {branch.map(({ slug, name, posts }) => (
        <li key={slug}>
          <a href={permalink(categoryPath(slug))}>{name}</a> <small>{posts}</small>
          <Branch all={all} branch={all.filter(({ parent }) => parent === slug)} />
        </li>
      ))}
    </ul>
  );
