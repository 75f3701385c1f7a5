import { Router } from "itty-router";
import { permalink } from "../src/addresses.ts";
import { canonicalPath } from "./cache/canonical.ts";
import { knownQuery, queryString } from "./cache/query.ts";
import type { Match, Route } from "./handlers/answers.tsx";
import { findFiles, showFiles } from "./handlers/api/files.ts";
import { putMedia } from "./handlers/api/media.ts";
import { publishPosts } from "./handlers/api/publish.ts";
import type { ApiMatch, ApiRoute } from "./handlers/api/route.ts";
import { showArchive, showMonth, showYear } from "./handlers/archive.tsx";
import { showRobots, showSitemap, showSitemapFile } from "./handlers/discovery.ts";
import {
  showAnswersFeed,
  showAuthorFeed,
  showCategoryFeed,
  showCommentsFeed,
  showFeed,
  showPostFeed,
  showTagFeed,
} from "./handlers/feeds.ts";
import { moderateOne, showModeration } from "./handlers/links/moderate.tsx";
import { askPerson, showPerson } from "./handlers/links/person.tsx";
import { showQueueFeed } from "./handlers/links/queue-feed.ts";
import { changeSubscription, showSubscription } from "./handlers/links/subscription.tsx";
import {
  showAuthor,
  showCategory,
  showFront,
  showSubscribe,
  showTag,
  showTags,
} from "./handlers/lists.tsx";
import { showPost } from "./handlers/posts.tsx";
import { showOpenSearch, showSearch } from "./handlers/search.tsx";
import { changeOwnComment } from "./handlers/visitors/change.tsx";
import { createComment, refusedComment } from "./handlers/visitors/comments.tsx";
import { listMyComments, showMine } from "./handlers/visitors/mine.tsx";
import { showNewComment } from "./handlers/visitors/new.tsx";
import { showOwnComment } from "./handlers/visitors/own.tsx";
import { previewComment } from "./handlers/visitors/preview.ts";
import { sendReport, showReport } from "./handlers/visitors/report.tsx";

/** Every address of the blog. The first match wins: particular before general, and stored paths last. */
export const routes: readonly Route[] = [
  { path: "/", handler: showFront, cached: "page" },
  { path: "/page/:page/", handler: showFront, cached: "page" },
  { path: "/robots.txt", handler: showRobots, cached: "file" },
  { path: "/sitemap.xml", handler: showSitemap, cached: "file" },
  { path: "/sitemap-:file.xml", handler: showSitemapFile, cached: "file" },
  { path: "/:feed", handler: showFeed, cached: "feed" },
  { path: "/comments/:feed", handler: showCommentsFeed, cached: "feed" },
  {
    path: "/comments",
    visitor: true,
    query: [],
    POST: createComment,
    limit: "comment",
    refused: refusedComment,
  },
  { path: "/comments/preview", visitor: true, query: [], POST: previewComment, limit: "desk" },
  {
    path: "/comments/new/",
    visitor: true,
    query: ["post", "parent", "at"],
    GET: showNewComment,
    limit: "desk",
  },
  {
    path: "/comments/mine/",
    visitor: true,
    query: [],
    GET: showMine,
    POST: listMyComments,
    limit: "desk",
  },
  {
    path: "/comments/subscription/",
    visitor: true,
    query: ["key"],
    GET: showSubscription,
    POST: changeSubscription,
    limit: "desk",
  },
  {
    path: "/comments/person/",
    visitor: true,
    query: ["key"],
    GET: showPerson,
    POST: askPerson,
    limit: "desk",
  },
  {
    path: "/comments/queue/feed.xml",
    visitor: true,
    query: ["key"],
    GET: showQueueFeed,
    limit: "desk",
  },
  {
    path: "/comments/:comment/moderate/",
    visitor: true,
    query: ["key"],
    GET: showModeration,
    POST: moderateOne,
    limit: "desk",
  },
  {
    path: "/comments/:comment/",
    visitor: true,
    query: ["token"],
    GET: showOwnComment,
    POST: changeOwnComment,
    limit: "desk",
  },
  {
    path: "/comments/:comment/report/",
    visitor: true,
    query: [],
    GET: showReport,
    POST: sendReport,
    limit: "desk",
  },
  { path: "/comments/:comment/:feed", handler: showAnswersFeed, cached: "feed" },
  { path: "/subscribe/", handler: showSubscribe, cached: "page" },
  { path: "/search/", handler: showSearch, cached: "never", query: ["q"], limit: "search" },
  { path: "/opensearch.xml", handler: showOpenSearch, cached: "file" },
  { path: "/archive/", handler: showArchive, cached: "page" },
  { path: "/tags/", handler: showTags, cached: "page" },
  { path: "/tags/page/:page/", handler: showTags, cached: "page" },
  { path: "/tags/:tag/", handler: showTag, cached: "page" },
  { path: "/tags/:tag/:feed", handler: showTagFeed, cached: "feed" },
  { path: "/tags/:tag/page/:page/", handler: showTag, cached: "page" },
  { path: "/categories/:category/", handler: showCategory, cached: "page" },
  { path: "/categories/:category/:feed", handler: showCategoryFeed, cached: "feed" },
  { path: "/categories/:category/page/:page/", handler: showCategory, cached: "page" },
  { path: "/authors/:author/", handler: showAuthor, cached: "page" },
  { path: "/authors/:author/:feed", handler: showAuthorFeed, cached: "feed" },
  { path: "/authors/:author/page/:page/", handler: showAuthor, cached: "page" },
  { path: "/media/:key/:name", media: true },
  { path: "/:year/", handler: showYear, cached: "page" },
  { path: "/:year/:month/", handler: showMonth, cached: "page" },
  { path: "/:year/:month/page/:page/", handler: showMonth, cached: "page" },
  { path: "/:post+/:feed", handler: showPostFeed, cached: "feed" },
  { path: "/:path+", handler: showPost, cached: "page" },
];

/** What programs ask, with a token that has the scope. Everything else below /api/ is missing. */
const apiRoutes: readonly ApiRoute[] = [
  { path: "/api/files", scope: "publish", GET: showFiles, POST: findFiles },
  { path: "/api/publish", scope: "publish", POST: publishPosts },
  { path: "/api/media/:hash", scope: "publish", PUT: putMedia },
];

/** What a name in a path may look like; where it does not, the row does not match. */
const NAMES: Readonly<Record<string, RegExp>> = {
  comment: /^[\w-]{1,64}$/,
  page: /^[1-9]\d{0,5}$/,
  feed: /^(feed\.xml|atom\.xml|feed\.json)$/,
  file: /^[1-9]\d{0,4}$/,
  year: /^\d{4}$/,
  month: /^(0[1-9]|1[0-2])$/,
};

const table = Router();
for (const route of routes) {
  table.all(route.path, ({ params }) => {
    const fits = Object.entries(params).every(([name, value]) => NAMES[name]?.test(value) ?? true);
    return fits ? { route, params } : undefined;
  });
}

/**
 * The canonical request: a row of the table and what the path says, and nothing else of the URL. Gives the address to go to
 * where the same page has a better one; null where there can be no page.
 */
export async function match(url: URL): Promise<Match | null> {
  const canonical = canonicalPath(url.pathname);
  if ("missing" in canonical) return null;
  if ("redirect" in canonical) return canonical;
  const { path } = canonical;
  // itty-router wants a URL; it matches the escaped path and gives the names back as they stand there.
  const found = await table.fetch({ method: "GET", url: `https://blog${url.pathname}` } as never);
  if (!found) return null;
  const { route, params } = found as { route: Route; params: Record<string, string> };
  const query = knownQuery("query" in route ? route.query : [], url);
  const better = betterAddress(route, params, url.pathname);
  if (better !== null) return { redirect: better + queryString(query) };
  const decoded = Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]);
  const names = Object.fromEntries(decoded);
  const named = { ...names, ...query, path, page: Number(names["page"] ?? 1) };
  return { route, params: named, path: permalink(path) };
}

const apiTable = Router();
for (const route of apiRoutes) apiTable.all(route.path, ({ params }) => ({ route, params }));

/** A row of the API's table. Programs know the one form of an address; nothing is mended for them. */
export async function matchApi(pathname: string): Promise<ApiMatch | null> {
  if (pathname.endsWith("/")) return null;
  const found = await apiTable.fetch({ method: "GET", url: `https://blog${pathname}` } as never);
  return (found as ApiMatch | undefined) ?? null;
}

/** Pages of the table end in a slash, feeds and files do not, and page 1 of a list is the list. */
function betterAddress(
  route: Route,
  params: Record<string, string>,
  pathname: string,
): string | null {
  if (params["page"] === "1") return pathname.replace(/page\/1\/?$/, "");
  if ("cached" in route && (route.cached === "feed" || route.cached === "file")) {
    return pathname.endsWith("/") ? pathname.slice(0, -1) : null;
  }
  return route.path.endsWith("/") && !pathname.endsWith("/") ? `${pathname}/` : null;
}
