import { permalink } from "../addresses.ts";
import type { Path, Term } from "../model.ts";

interface Props {
  readonly terms: readonly Term[];
  readonly pathOf: (slug: string) => Path;
  readonly class: string;
  readonly rel?: string;
}

/** Tags or categories in one line of text. */
export const TermLinks = ({ terms, pathOf, ...attributes }: Props) => (
  <>
    {terms.map((term, place) => (
      <span key={term.slug}>
        {place > 0 && ", "}
        <a href={permalink(pathOf(term.slug))} {...attributes}>
          {term.name}
        </a>
      </span>
    ))}
  </>
);
