import { generateRssFeed } from "feedsmith";
import { type Entry, type Feed, pageOf, selfOf } from "./feed.ts";
import { plainXml } from "./xml.ts";

/** RSS 2.0 with the whole text of each entry. Same entries, same bytes. */
export const rssFeed = (feed: Feed): string =>
  plainXml(
    generateRssFeed({
      title: feed.title,
      link: pageOf(feed),
      description: feed.description,
      language: feed.lang,
      lastBuildDate: new Date(feed.updated),
      atom: {
        links: [{ href: selfOf(feed, "feed.xml"), rel: "self", type: "application/rss+xml" }],
      },
      items: feed.entries.map((entry) => toItem(feed, entry)),
    }),
  );

const toItem = (feed: Feed, entry: Entry) => ({
  title: entry.title,
  link: entry.url,
  guid: { value: entry.id, isPermaLink: false },
  pubDate: new Date(entry.published),
  description: entry.excerpt,
  content: { encoded: entry.html },
  dc: {
    creators: entry.authors.map(({ name }) => name),
    ...(entry.lang !== feed.lang && { languages: [entry.lang] }),
  },
  categories: entry.categories.map(({ name }) => ({ name })),
  ...(entry.comments !== null && { slash: { comments: entry.comments } }),
});
