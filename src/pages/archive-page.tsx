import { CountList } from "../components/count-list.tsx";
import { Layout } from "../components/layout.tsx";
import { ARCHIVE, yearPath } from "../components/paths.ts";
import { SearchForm } from "../components/search-form.tsx";
import { wordsOf } from "../i18n/words.ts";
import type { Site, YearCount } from "../model.ts";

/** The years of the blog. */
export const ArchivePage = ({ site, years }: { site: Site; years: readonly YearCount[] }) => (
  <Layout site={site} title={wordsOf(site.lang).archive} path={ARCHIVE}>
    <h1>{wordsOf(site.lang).archive}</h1>
    <SearchForm lang={site.lang} />
    <CountList
      lang={site.lang}
      rows={years.map(({ year, posts }) => ({ title: year, path: yearPath(year), posts }))}
    />
  </Layout>
);
