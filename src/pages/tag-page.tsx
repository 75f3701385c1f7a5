import { Layout } from "../components/layout.tsx";
import { ListHead, listTitle } from "../components/list-head.tsx";
import { listPagePath, tagPath } from "../components/paths.ts";
import { PostList } from "../components/post-list.tsx";
import { wordsOf } from "../i18n/words.ts";
import type { ListPage, Site, Term } from "../model.ts";

interface Props {
  readonly site: Site;
  readonly tag: Term;
  readonly list: ListPage;
}

/** The posts about one keyword. */
export function TagPage({ site, tag, list }: Props) {
  const title = wordsOf(site.lang).postsAbout(tag.name);
  const path = tagPath(tag.slug);
  return (
    <Layout
      site={site}
      title={listTitle(site, title, list.page)}
      path={listPagePath(path, list.page)}
      feed={{ title, base: path }}
    >
      <div class="h-feed">
        <ListHead site={site} title={title} list={list} />
        <PostList site={site} list={list} path={path} />
      </div>
    </Layout>
  );
}
