import { CountList } from "../components/count-list.tsx";
import { Layout } from "../components/layout.tsx";
import { monthPath, yearPath } from "../components/paths.ts";
import { monthName } from "../i18n/dates.ts";
import { wordsOf } from "../i18n/words.ts";
import type { MonthCount, Site } from "../model.ts";

interface Props {
  readonly site: Site;
  /** "2010" */
  readonly year: string;
  readonly months: readonly MonthCount[];
}

/** The months of one year. */
export function YearPage({ site, year, months }: Props) {
  const title = wordsOf(site.lang).postsFrom(year);
  const rows = months.map(({ month, posts }) => ({
    title: monthName(month, site.lang),
    path: monthPath(month),
    posts,
  }));
  return (
    <Layout site={site} title={title} path={yearPath(year)}>
      <h1>{title}</h1>
      <CountList lang={site.lang} rows={rows} />
    </Layout>
  );
}
