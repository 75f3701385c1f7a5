import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { visit } from "./blog.ts";
import { ORIGIN } from "./house.ts";
import { childrenOf, type Element, parseXml, textOf } from "./xml.ts";

/** What all three formats say of an entry. */
export interface ReadEntry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly html: string;
  readonly published: string;
  readonly author: string | undefined;
  readonly categories: readonly (string | undefined)[];
}

export interface ReadFeed {
  readonly title: string;
  readonly lang: string;
  readonly self: string;
  readonly page: string;
  readonly entries: readonly ReadEntry[];
}

/** Asks for a feed below a path in each format; each must be right by itself. */
export async function readFeeds(base: string): Promise<[name: string, feed: ReadFeed][]> {
  return [
    ["rss", await readRss(base)],
    ["atom", await readAtom(base)],
    ["json", await readJson(base)],
  ];
}

async function ask(path: string, type: string): Promise<string> {
  const response = await visit(path);
  const answered = [response.status, response.headers.get("Content-Type")];
  if (String(answered) !== `200,${type}; charset=utf-8`) throw new Error(`${path}: ${answered}`);
  return response.text();
}

export async function readRss(base: string): Promise<ReadFeed> {
  const text = await ask(`${base}feed.xml`, "application/rss+xml");
  parseRssFeed(text);
  const [channel] = childrenOf(parseXml(text), "channel");
  if (!channel || !textOf(channel, "description")) throw new Error("A channel has a description");
  return {
    title: textOf(channel, "title"),
    lang: textOf(channel, "language"),
    self: linkOf(channel, "self", "atom:link"),
    page: textOf(channel, "link"),
    entries: childrenOf(channel, "item").map((item) => ({
      id: textOf(item, "guid"),
      url: textOf(item, "link"),
      title: textOf(item, "title"),
      html: textOf(item, "content:encoded"),
      published: new Date(textOf(item, "pubDate")).toISOString(),
      author: childrenOf(item, "dc:creator")[0]?.text,
      categories: childrenOf(item, "category").map(({ text }) => text),
    })),
  };
}

/** Checks what RFC 4287 asks of a feed and of each entry. */
export async function readAtom(base: string): Promise<ReadFeed> {
  const text = await ask(`${base}atom.xml`, "application/atom+xml");
  parseAtomFeed(text);
  const feed = parseXml(text);
  if (feed.attributes["xmlns"] !== "http://www.w3.org/2005/Atom") throw new Error("No Atom");
  const ids = [feed, ...childrenOf(feed, "entry")].map((element) => {
    if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(textOf(element, "updated"))) throw new Error("No date");
    if (childrenOf(element, "author").length + childrenOf(feed, "author").length === 0)
      throw new Error("Each entry has an author");
    return textOf(element, "id");
  });
  if (new Set(ids).size < ids.length) throw new Error("Two have the same id");
  return {
    title: plainTitle(feed),
    lang: feed.attributes["xml:lang"] ?? "",
    self: linkOf(feed, "self"),
    page: linkOf(feed, "alternate"),
    entries: childrenOf(feed, "entry").map(toEntry),
  };
}

const toEntry = (entry: Element): ReadEntry => {
  const [content] = childrenOf(entry, "content");
  if (content?.attributes["type"] !== "html") throw new Error("The content is HTML");
  const [author] = childrenOf(entry, "author");
  return {
    id: textOf(entry, "id"),
    url: linkOf(entry, "alternate"),
    title: plainTitle(entry),
    html: content.text,
    published: new Date(textOf(entry, "published")).toISOString(),
    author: author && textOf(author, "name"),
    categories: childrenOf(entry, "category").map(({ attributes }) => attributes["label"]),
  };
};

/** Without a type it is text, which nobody may take for markup. */
function plainTitle(element: Element): string {
  const [title] = childrenOf(element, "title");
  if ((title?.attributes["type"] ?? "text") !== "text") throw new Error("The title is no text");
  return textOf(element, "title");
}

function linkOf(element: Element, rel: string, name = "link"): string {
  const found = childrenOf(element, name).filter(({ attributes }) => attributes["rel"] === rel);
  if (found.length !== 1) throw new Error(`There is not one link ${rel}`);
  return found[0]?.attributes["href"] ?? "";
}

interface JsonItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly content_html: string;
  readonly date_published: string;
  readonly authors?: { name: string }[];
  readonly tags?: string[];
}

/** Checks what jsonfeed.org/version/1.1 asks for. */
export async function readJson(base: string): Promise<ReadFeed> {
  const text = await ask(`${base}feed.json`, "application/feed+json");
  parseJsonFeed(text);
  const feed = JSON.parse(text);
  if (feed.version !== "https://jsonfeed.org/version/1.1") throw new Error("No JSON Feed");
  if (!Array.isArray(feed.items)) throw new Error("Items are an array, also where there are none");
  return {
    ...{ title: feed.title, lang: feed.language, self: feed.feed_url, page: feed.home_page_url },
    entries: feed.items.map((item: JsonItem) => ({
      ...{ id: item.id, url: item.url, title: item.title, html: item.content_html },
      published: new Date(item.date_published).toISOString(),
      author: item.authors?.[0]?.name,
      categories: item.tags ?? [],
    })),
  };
}

/** The file's name in each format. */
export const FILES: Readonly<Record<string, string>> = {
  rss: "feed.xml",
  atom: "atom.xml",
  json: "feed.json",
};

export const absolute = (path: string): string => ORIGIN + path;
