import type { ComponentChildren } from "preact";
import { wordsOf } from "../i18n/words.ts";
import type { ListPage, Site } from "../model.ts";

interface Props {
  readonly site: Site;
  readonly title: string;
  readonly list: ListPage;
  readonly children?: ComponentChildren;
}

/** What stands above a list: its name, how much there is, and which part of it this is. */
export function ListHead({ site, title, list, children }: Props) {
  const words = wordsOf(site.lang);
  return (
    <header class="list-head">
      <h1 class="p-name">{title}</h1>
      {children}
      <p class="meta">
        <span>{words.posts(list.total)}</span>{" "}
        {list.pages > 1 && <span>{words.pageOf(list.page, list.pages)}</span>}
      </p>
    </header>
  );
}

/** The title of a list's page N, so that no two pages of the blog have the same. */
export const listTitle = (site: Site, title: string, page: number): string =>
  page > 1 ? `${title}, ${wordsOf(site.lang).page(page)}` : title;
