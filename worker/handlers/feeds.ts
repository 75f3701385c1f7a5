import { listNewest } from "../db/lists-read.ts";
import { rssFeed } from "../feeds/rss.ts";
import { feed, type PublicHandler, siteOf } from "./answers.tsx";

/** Entries in a feed. */
const ENTRIES = 20;

export const showRss: PublicHandler = async (_params, context) => {
  const posts = await listNewest(context.reader, ENTRIES);
  return feed(rssFeed(siteOf(context), posts), "application/rss+xml; charset=utf-8");
};
