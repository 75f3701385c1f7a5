import { Layout } from "../components/layout.tsx";
import { ListHead, listTitle } from "../components/list-head.tsx";
import { hostOf, relOf } from "../components/outside-link.ts";
import { authorPath, listPagePath } from "../components/paths.ts";
import { PostList } from "../components/post-list.tsx";
import { wordsOf } from "../i18n/words.ts";
import type { Author, ListPage, Site } from "../model.ts";

interface Props {
  readonly site: Site;
  readonly author: Author;
  readonly list: ListPage;
}

/** Who somebody is, and what they wrote. */
export function AuthorPage({ site, author, list }: Props) {
  const title = wordsOf(site.lang).postsBy(author.name);
  const path = authorPath(author.slug);
  return (
    <Layout
      site={site}
      title={listTitle(site, title, list.page)}
      description={author.bio}
      path={listPagePath(path, list.page)}
      feed={{ title, base: path }}
    >
      <div class="h-feed">
        <ListHead site={site} title={title} list={list}>
          {author.bio && <p>{author.bio}</p>}
          {author.url && relOf(author.url, site.origin) !== null && (
            <p>
              {wordsOf(site.lang).website}: <a href={author.url}>{hostOf(author.url)}</a>
            </p>
          )}
        </ListHead>
        <PostList site={site} list={list} path={path} />
      </div>
    </Layout>
  );
}
