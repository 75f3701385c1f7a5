import { generateRssFeed } from "feedsmith";
import { type Post, permalink, type Site } from "../../src/model.ts";
import { absoluteHtml } from "./absolute.ts";
import { plainXml } from "./xml.ts";

/** RSS 2.0 with the whole text of each post. Same posts, same bytes. */
export const rssFeed = (site: Site, posts: readonly Post[]): string =>
  plainXml(
    generateRssFeed({
      title: site.title,
      link: `${site.origin}/`,
      description: site.tagline || site.title,
      language: site.lang,
      ...newest(posts),
      atom: {
        links: [{ href: `${site.origin}/feed.xml`, rel: "self", type: "application/rss+xml" }],
      },
      items: posts.map((post) => toItem(site, post)),
    }),
  );

const toItem = (site: Site, post: Post) => ({
  title: post.title.toWellFormed(),
  link: permalink(post.path, site.origin),
  guid: { value: post.guid, isPermaLink: false },
  pubDate: new Date(post.publishedAt),
  description: post.excerpt.toWellFormed(),
  content: { encoded: absoluteHtml(post.html, site.origin, post.path).toWellFormed() },
  dc: { creators: [post.author.name] },
  categories: [...post.categories, ...post.tags].map(({ name }) => ({ name })),
  slash: { comments: post.commentCount },
});

/** The feed changed when its newest post did; an empty feed does not know. */
function newest(posts: readonly Post[]): { lastBuildDate?: Date } {
  const times = posts.map(({ updatedAt }) => updatedAt).sort();
  const last = times.at(-1);
  return last ? { lastBuildDate: new Date(last) } : {};
}
