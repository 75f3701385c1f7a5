import { Layout } from "../components/layout.tsx";
import { ListHead, listTitle } from "../components/list-head.tsx";
import { listPagePath, monthPath } from "../components/paths.ts";
import { PostList } from "../components/post-list.tsx";
import { formatMonth } from "../i18n/dates.ts";
import { wordsOf } from "../i18n/words.ts";
import type { ListPage, Site } from "../model.ts";

interface Props {
  readonly site: Site;
  /** "2010-03" */
  readonly month: string;
  readonly list: ListPage;
}

/** The posts of one month. */
export function MonthPage({ site, month, list }: Props) {
  const title = wordsOf(site.lang).postsFrom(formatMonth(month, site.lang));
  const path = monthPath(month);
  return (
    <Layout
      site={site}
      title={listTitle(site, title, list.page)}
      path={listPagePath(path, list.page)}
    >
      <div class="h-feed">
        <ListHead site={site} title={title} list={list} />
        <PostList site={site} list={list} path={path} />
      </div>
    </Layout>
  );
}
