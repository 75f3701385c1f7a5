import { Layout } from "../components/layout.tsx";
import { listTitle } from "../components/list-head.tsx";
import { Pager } from "../components/pager.tsx";
import { listPagePath, TAGS } from "../components/paths.ts";
import { TagList } from "../components/sidebar/tags.tsx";
import { wordsOf } from "../i18n/words.ts";
import type { CountedTerm, Site } from "../model.ts";

interface Props {
  readonly site: Site;
  readonly tags: readonly CountedTerm[];
  readonly page: number;
  readonly pages: number;
}

/** All keywords of the blog. */
export const TagsPage = ({ site, tags, page, pages }: Props) => (
  <Layout
    site={site}
    title={listTitle(site, wordsOf(site.lang).tags, page)}
    path={listPagePath(TAGS, page)}
  >
    <div class="all-tags">
      <h1>{wordsOf(site.lang).tags}</h1>
      {tags.length === 0 ? (
        <p class="empty">{wordsOf(site.lang).noPosts}</p>
      ) : (
        <TagList tags={tags} />
      )}
      <Pager
        lang={site.lang}
        page={page}
        pages={pages}
        pathOf={(number) => listPagePath(TAGS, number)}
        dated={false}
      />
    </div>
  </Layout>
);
