import { generateAtomFeed } from "feedsmith";
import { type Entry, type Feed, pageOf, selfOf } from "./feed.ts";
import { plainXml } from "./xml.ts";

/** Atom 1.0 with the whole text of each entry. Titles are text, so that no reader takes markup for their own. */
export const atomFeed = (feed: Feed): string =>
  plainXml(
    generateAtomFeed({
      id: selfOf(feed, "atom.xml"),
      title: { value: feed.title },
      subtitle: { value: feed.description },
      updated: new Date(feed.updated),
      // For an entry whose author left no name; Atom wants one for each.
      authors: [{ name: feed.title }],
      links: [
        { href: selfOf(feed, "atom.xml"), rel: "self", type: "application/atom+xml" },
        { href: pageOf(feed), rel: "alternate", type: "text/html" },
      ],
      entries: feed.entries.map((entry) => toEntry(feed, entry)),
      xml: { lang: feed.lang },
    }),
  );

const toEntry = (feed: Feed, entry: Entry) => ({
  id: entry.id,
  title: { value: entry.title },
  links: [{ href: entry.url, rel: "alternate", type: "text/html" }],
  published: new Date(entry.published),
  updated: new Date(entry.updated),
  authors: entry.authors.map(({ name, url }) => ({ name, ...(url && { uri: url }) })),
  summary: { value: entry.excerpt },
  content: { type: "html", value: entry.html },
  categories: entry.categories.map(({ slug, name }) => ({ term: slug, label: name })),
  ...(entry.comments !== null && { slash: { comments: entry.comments } }),
  ...(entry.lang !== feed.lang && { xml: { lang: entry.lang } }),
});
