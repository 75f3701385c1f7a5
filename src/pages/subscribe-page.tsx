import { Layout } from "../components/layout.tsx";
import { FEED, SUBSCRIBE } from "../components/paths.ts";
import { BlogrollLinks } from "../components/sidebar/blogroll.tsx";
import { wordsOf } from "../i18n/words.ts";
import { permalink, type Site } from "../model.ts";

/** What a feed is, and which there are: one page for people. */
export function SubscribePage({ site }: { site: Site }) {
  const words = wordsOf(site.lang);
  const links = site.sidebar.flatMap((block) => (block.kind === "blogroll" ? block.links : []));
  return (
    <Layout
      site={site}
      title={words.subscribe}
      description={words.feedTitle(site.title)}
      path={SUBSCRIBE}
    >
      <div class="prose">
        <h1>{words.subscribe}</h1>
        <p>{words.feedIntro}</p>
        <p>{words.feedFullText}</p>
        <p class="address">
          <a href={FEED} type="application/rss+xml">
            {permalink(FEED, site.origin)}
          </a>
        </p>
        <p>{words.feedHow}</p>
        {links.length > 0 && (
          <>
            <h2>{words.blogroll}</h2>
            <p>{words.blogrollIntro}</p>
            <BlogrollLinks links={links} />
          </>
        )}
      </div>
    </Layout>
  );
}
