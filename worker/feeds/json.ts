import { generateJsonFeed } from "feedsmith";
import { type Entry, type Feed, pageOf, selfOf } from "./feed.ts";
import { printable } from "./xml.ts";

/** JSON Feed 1.1 with the whole text of each entry, of the same characters as the others. */
export function jsonFeed(feed: Feed): string {
  const written = generateJsonFeed({
    title: feed.title,
    description: feed.description,
    home_page_url: pageOf(feed),
    feed_url: selfOf(feed, "feed.json"),
    language: feed.lang,
    items: feed.entries.map((entry) => toItem(feed, entry)),
  });
  // The library leaves out an empty array, but the format asks for one.
  const whole = { items: [], ...(written as object) };
  return JSON.stringify(whole, (_key, value) =>
    typeof value === "string" ? printable(value) : value,
  );
}

const toItem = (feed: Feed, entry: Entry) => ({
  id: entry.id,
  url: entry.url,
  title: entry.title,
  content_html: entry.html,
  summary: entry.excerpt,
  date_published: new Date(entry.published),
  date_modified: new Date(entry.updated),
  authors: entry.authors.map(({ name, url }) => ({ name, ...(url && { url }) })),
  tags: entry.categories.map(({ name }) => name),
  ...(entry.lang !== feed.lang && { language: entry.lang }),
});
