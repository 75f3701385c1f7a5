import { permalink } from "../addresses.ts";
import { wordsOf } from "../i18n/words.ts";
import type { InterfaceLang, Term } from "../model.ts";
import { categoryPath } from "./paths.ts";

/** The categories above this one, from the top down. */
export const Breadcrumbs = ({ lang, terms }: { lang: InterfaceLang; terms: readonly Term[] }) =>
  terms.length === 0 ? null : (
    <nav class="breadcrumbs" aria-label={wordsOf(lang).path}>
      <ol>
        {terms.map((term) => (
          <li key={term.slug}>
            <a href={permalink(categoryPath(term.slug))}>{term.name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
