import { MAX_QUESTION_CHARS } from "../addresses.ts";
import { wordsOf } from "../i18n/words.ts";
import type { InterfaceLang } from "../model.ts";
import { SEARCH } from "./paths.ts";

interface Props {
  readonly lang: InterfaceLang;
  /** What was asked; nothing where nobody has asked yet. */
  readonly question?: string;
}

/** Asks the blog: a plain form that leads to `/search/`. */
export function SearchForm({ lang, question = "" }: Props) {
  const words = wordsOf(lang);
  return (
    <search aria-label={words.search}>
      <form class="search" action={SEARCH}>
        <label>
          <span>{words.searchFor}</span>
          <input
            type="search"
            name="q"
            value={question || undefined}
            maxLength={MAX_QUESTION_CHARS}
            enterKeyHint="search"
          />
        </label>
        <button type="submit">{words.searchNow}</button>
      </form>
    </search>
  );
}
