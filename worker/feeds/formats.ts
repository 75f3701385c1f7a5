import { FEED_FORMATS, type FeedFile } from "../../src/addresses.ts";
import { atomFeed } from "./atom.ts";
import type { Feed } from "./feed.ts";
import { jsonFeed } from "./json.ts";
import { rssFeed } from "./rss.ts";

const WRITERS: Readonly<Record<FeedFile, (feed: Feed) => string>> = {
  "feed.xml": rssFeed,
  "atom.xml": atomFeed,
  "feed.json": jsonFeed,
};

/** A feed in the format that the name of its file says, and the type of it; null for another name. */
export function writeFeed(feed: Feed, name: string): { body: string; type: string } | null {
  const format = FEED_FORMATS.find(({ file }) => file === name);
  return format ? { body: WRITERS[format.file](feed), type: format.type } : null;
}
