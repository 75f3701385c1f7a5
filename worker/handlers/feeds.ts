import { wordsOf } from "../../src/i18n/words.ts";
import type { Path, Post, UtcTime } from "../../src/model.ts";
import { findTermFeed, listNewest, type Noun } from "../db/read/feeds.ts";
import { BlogError } from "../errors.ts";
import { postEntry } from "../feeds/entries.ts";
import { type Entry, newestChange } from "../feeds/feed.ts";
import { writeFeed } from "../feeds/formats.ts";
import { type Answer, file, type PublicContext, type PublicHandler, siteOf } from "./answers.tsx";

/** An empty feed has to have a date as well. */
const NEVER: UtcTime = "1970-01-01T00:00:00Z";

export const showFeed: PublicHandler = async ({ feed }, context) => {
  const entries = postEntries(await listNewest(context.reader), context);
  const title = blogTitle(context);
  const description = siteOf(context).tagline || title;
  return answerFeed(feed, context, { page: "/", title, description, entries, shows: ["feeds"] });
};

export const showTagFeed: PublicHandler = ({ tag, feed }, context) =>
  answerTerm("tag", String(tag), feed, context);

export const showCategoryFeed: PublicHandler = ({ category, feed }, context) =>
  answerTerm("category", String(category), feed, context);

export const showAuthorFeed: PublicHandler = ({ author, feed }, context) =>
  answerTerm("author", String(author), feed, context);

const TERMS = {
  tag: { path: "/tags/", title: "postsAbout" },
  category: { path: "/categories/", title: "postsIn" },
  author: { path: "/authors/", title: "postsBy" },
} as const;

async function answerTerm(
  noun: Noun,
  slug: string,
  feed: string | number | undefined,
  context: PublicContext,
): Promise<Answer> {
  const found = await findTermFeed(context.reader, noun, slug);
  if (!found) throw new BlogError("missing", "Nothing is listed there");
  const { path, title } = TERMS[noun];
  const words = wordsOf(siteOf(context).lang);
  return answerFeed(feed, context, {
    page: `${path}${found.term.slug}/`,
    title: `${words[title](found.term.name)} · ${blogTitle(context)}`,
    entries: postEntries(found.posts, context),
    shows: [found.list],
  });
}

function postEntries(posts: readonly Post[], context: PublicContext): Entry[] {
  const { untitled } = wordsOf(siteOf(context).lang);
  return posts.map((post) => postEntry(post, context, untitled));
}

export const blogTitle = (context: PublicContext): string => {
  const { title, lang } = siteOf(context);
  return title || wordsOf(lang).home;
};

interface Content {
  readonly page: Path;
  /** The page's, unless it has none. */
  readonly base?: Path;
  readonly title: string;
  readonly description?: string;
  readonly entries: readonly Entry[];
  /** Tags of the changes that make it stale. */
  readonly shows: readonly string[];
  /** When it changed, if it has no entry. */
  readonly empty?: UtcTime;
}

/** A feed in the format that the file name says. */
export function answerFeed(name: unknown, context: PublicContext, content: Content): Answer {
  const { entries, title, page, base = page, description = title, empty = NEVER, shows } = content;
  const updated = newestChange(entries, empty);
  const { lang, origin } = siteOf(context);
  const feed = { title, description, lang, origin, page, base, updated, entries };
  const written = writeFeed(feed, String(name));
  if (!written) throw new BlogError("missing", "No such format");
  // Of an empty feed nobody knows when it became so.
  return file(written.body, written.type, shows, entries.length > 0 ? updated : undefined);
}
