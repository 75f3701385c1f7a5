import { listNewest } from "../db/lists-read.ts";
import { rssFeed } from "../feeds/rss.ts";
import { file, newestOf, type PublicHandler, siteOf } from "./answers.tsx";

/** Entries in a feed. */
const ENTRIES = 20;

export const showRss: PublicHandler = async (_params, context) => {
  const posts = await listNewest(context.reader, ENTRIES);
  return file(
    rssFeed(siteOf(context), posts),
    "application/rss+xml",
    newestOf(posts.map((post) => post.updatedAt)),
  );
};
