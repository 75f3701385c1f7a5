import { permalink } from "../addresses.ts";
import { FeedList } from "../components/feed-links.tsx";
import { Layout } from "../components/layout.tsx";
import { COMMENTS, categoryPath, FEED, FRONT, SUBSCRIBE } from "../components/paths.ts";
import { BlogrollLinks } from "../components/sidebar/blogroll.tsx";
import { wordsOf } from "../i18n/words.ts";
import type { Site } from "../model.ts";

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
        <Feeds site={site} />
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

function Feeds({ site }: { site: Site }) {
  const words = wordsOf(site.lang);
  const categories = site.sidebar.flatMap((block) =>
    block.kind === "categories" ? block.categories : [],
  );
  return (
    <>
      <h2>{words.allFeeds}</h2>
      <p>{words.feedFormats}</p>
      <FeedList
        feeds={[
          { title: words.allPosts, base: FRONT },
          { title: words.allComments, base: COMMENTS },
          ...categories.map(({ slug, name }) => ({
            title: words.postsIn(name),
            base: categoryPath(slug),
          })),
        ]}
      />
      <p>{words.feedsElsewhere}</p>
    </>
  );
}
