import { permalink } from "../addresses.ts";
import { wordsOf } from "../i18n/words.ts";
import type { InterfaceLang, Path } from "../model.ts";

interface Props {
  readonly lang: InterfaceLang;
  readonly page: number;
  readonly pages: number;
  readonly pathOf: (page: number) => Path;
  /** What the pages are of, for those who hear them. */
  readonly label?: string;
  /** Lists go from newer to older; a discussion and the tags just go on. */
  readonly dated?: boolean;
  readonly anchor?: string;
}

/**
 * The way through a long list: both neighbours, the ends, and where one is. Nothing for a
 * single page.
 */
export function Pager({ lang, page, pages, pathOf, label, dated = true, anchor = "" }: Props) {
  if (pages <= 1) return null;
  const words = wordsOf(lang);
  const href = (wanted: number) => permalink(pathOf(wanted)) + anchor;
  return (
    <nav class="pager" aria-label={label ?? words.pages}>
      {page > 1 && (
        <a rel="prev" href={href(page - 1)}>
          ← {dated ? words.newer : words.back}
        </a>
      )}
      <ol>
        {pageNumbers(page, pages).map((number, place) => (
          <li key={number ?? `gap-${place}`}>
            {number === null ? "…" : <PageNumber number={number} page={page} href={href(number)} />}
          </li>
        ))}
      </ol>
      {page < pages && (
        <a rel="next" href={href(page + 1)}>
          {dated ? words.older : words.forward} →
        </a>
      )}
    </nav>
  );
}

/** The numbers to print: the ends and the neighbours, null where some are left out. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const shown: (number | null)[] = [];
  let last = 0;
  for (const number of [...new Set(wanted)].sort((a, b) => a - b)) {
    // A gap of a single page is shorter as its number.
    if (number - last === 2) shown.push(number - 1);
    if (number - last > 2) shown.push(null);
    shown.push(number);
    last = number;
  }
  return shown;
}

const PageNumber = ({ number, page, href }: { number: number; page: number; href: string }) =>
  number === page ? <b aria-current="page">{number}</b> : <a href={href}>{number}</a>;
