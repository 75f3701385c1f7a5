import { Layout } from "../components/layout.tsx";
import { listTitle } from "../components/list-head.tsx";
import { FRONT, listPagePath } from "../components/paths.ts";
import { PostList } from "../components/post-list.tsx";
import { wordsOf } from "../i18n/words.ts";
import type { ListPage, Site } from "../model.ts";

/** The newest posts, or page N of all of them. */
export function FrontPage({ site, list }: { site: Site; list: ListPage }) {
  const words = wordsOf(site.lang);
  const title = list.page > 1 ? { title: words.pageOf(list.page, list.pages) } : {};
  return (
    <Layout site={site} {...title} description={site.tagline} path={listPagePath(FRONT, list.page)}>
      <div class="h-feed">
        <h1 class="p-name only-heard">{listTitle(site, words.latestPosts, list.page)}</h1>
        <PostList site={site} list={list} path={FRONT} />
      </div>
    </Layout>
  );
}
