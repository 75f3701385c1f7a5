import { permalink } from "../addresses.ts";
import { wordsOf } from "../i18n/words.ts";
import type { InterfaceLang, SiteLink } from "../model.ts";

interface Props {
  readonly lang: InterfaceLang;
  readonly previous: SiteLink | null;
  readonly next: SiteLink | null;
}

/** The posts before and after this one. */
export function Neighbours({ lang, previous, next }: Props) {
  if (!previous && !next) return null;
  const words = wordsOf(lang);
  return (
    <nav class="neighbours" aria-label={words.neighbours}>
      {previous && (
        <a rel="prev" href={permalink(previous.path)}>
          <small>← {words.previousPost}</small>
          {previous.title || words.untitled}
        </a>
      )}
      {next && (
        <a rel="next" href={permalink(next.path)}>
          <small>{words.nextPost} →</small>
          {next.title || words.untitled}
        </a>
      )}
    </nav>
  );
}
