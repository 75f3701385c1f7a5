import type { Terms } from "../../admin-api/terms.ts";
import { Button } from "../parts/button.tsx";
import { Menu } from "../parts/menu.tsx";
import { Empty } from "../parts/states.tsx";
import { useWords } from "../words.ts";
import { type Table, type Term, treeOf, WORDS } from "./terms.ts";

interface Props {
  readonly terms: Terms;
  readonly table: Table;
  /** Part of the name; empty: all. */
  readonly q: string;
  readonly onEdit: (term: Term) => void;
  readonly onMerge: (term: Term) => void;
  readonly onRemove: (term: Term) => void;
}

/** All tags by name, or all categories as a tree. */
export function TermList({ terms, table, q, ...deeds }: Props) {
  const words = useWords(WORDS);
  const placed: readonly { term: Term; depth: number }[] =
    table === "tags"
      ? terms.tags.map((term) => ({ term, depth: 0 }))
      : treeOf(terms.categories).map(({ category, depth }) => ({ term: category, depth }));
  const found = placed.filter(({ term }) => term.name.toLowerCase().includes(q.toLowerCase()));
  if (found.length === 0)
    return (
      <Empty>
        <p>{q ? words.nothingFound(q) : table === "tags" ? words.noTags : words.noCategories}</p>
      </Empty>
    );
  return (
    <ul class="list">
      {found.map(({ term, depth }) => (
        <li key={term.slug} class={`depth-${q ? 0 : Math.min(depth, 4)}`}>
          <Line {...{ term, table, isOnly: placed.length === 1 }} {...deeds} />
        </li>
      ))}
    </ul>
  );
}

interface LineProps extends Omit<Props, "terms" | "q"> {
  readonly term: Term;
  /** There is no other to merge it with. */
  readonly isOnly: boolean;
}

function Line({ term, table, isOnly, onEdit, onMerge, onRemove }: LineProps) {
  const words = useWords(WORDS);
  const { name, slug, posts, description } = term;
  return (
    <div class="entry">
      <div>
        <strong>{name}</strong>
        <p class="facts">
          <span>{words.posts(posts)}</span>
          {description && <span class="shortened">{description}</span>}
        </p>
      </div>
      <Menu about={name}>
        <Button onClick={() => onEdit(term)}>{table === "tags" ? words.rename : words.edit}</Button>
        {!isOnly && <Button onClick={() => onMerge(term)}>{words.merge}</Button>}
        <a
          class="button"
          href={`/${table}/${encodeURIComponent(slug)}/`}
          target="_blank"
          rel="noreferrer"
        >
          {words.look}
        </a>
        <Button onClick={() => onRemove(term)}>{words.remove}</Button>
      </Menu>
    </div>
  );
}
