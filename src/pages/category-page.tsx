import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Layout } from "../components/layout.tsx";
import { ListHead, listTitle } from "../components/list-head.tsx";
import { categoryPath, listPagePath } from "../components/paths.ts";
import { PostList } from "../components/post-list.tsx";
import { TermLinks } from "../components/term-links.tsx";
import { wordsOf } from "../i18n/words.ts";
import type { Category, ListPage, Site } from "../model.ts";

interface Props {
  readonly site: Site;
  readonly category: Category;
  readonly list: ListPage;
}

/** The posts of one column of the blog, with the categories above and below it. */
export function CategoryPage({ site, category, list }: Props) {
  const words = wordsOf(site.lang);
  const path = categoryPath(category.slug);
  return (
    <Layout
      site={site}
      title={listTitle(site, words.postsIn(category.name), list.page)}
      description={category.description}
      path={listPagePath(path, list.page)}
      feed={{ title: words.postsIn(category.name), base: path }}
    >
      <div class="h-feed">
        <Breadcrumbs lang={site.lang} terms={category.ancestors} />
        <ListHead site={site} title={words.postsIn(category.name)} list={list}>
          {category.description && <p>{category.description}</p>}
          {category.children.length > 0 && (
            <p>
              {words.subcategories}:{" "}
              <TermLinks terms={category.children} pathOf={categoryPath} class="child" />
            </p>
          )}
        </ListHead>
        <PostList site={site} list={list} path={path} />
      </div>
    </Layout>
  );
}
