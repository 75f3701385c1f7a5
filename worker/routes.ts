import { deskRoutes } from "./api-routes/desk.ts";
import { mediaRoutes } from "./api-routes/media.ts";
import { peopleRoutes } from "./api-routes/people.ts";
import { talkRoutes } from "./api-routes/talk.ts";
import { writingRoutes } from "./api-routes/writing.ts";
import { showTyped } from "./handlers/admin/preview.tsx";
import { showShell } from "./handlers/admin/shell.tsx";
import type { Route } from "./handlers/answers.tsx";
import type { ApiHandler, ApiRoute } from "./handlers/api/route.ts";
import { showArchive, showMonth, showYear } from "./handlers/archive.tsx";
import { showAnswersFeed, showCommentsFeed, showPostFeed } from "./handlers/comment-feeds.ts";
import { showRobots, showSitemap, showSitemapFile } from "./handlers/discovery.ts";
import { showAuthorFeed, showCategoryFeed, showFeed, showTagFeed } from "./handlers/feeds.ts";
import { moderateOne, showModeration } from "./handlers/links/moderate.tsx";
import { askPerson, refusedPerson, showPerson } from "./handlers/links/person.tsx";
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
import { showPreview } from "./handlers/preview.tsx";
import { showOpenSearch, showSearch } from "./handlers/search.tsx";
import { changeOwnComment, refusedChange } from "./handlers/visitors/change.tsx";
import { createComment, refusedComment } from "./handlers/visitors/comments.tsx";
import { listMyComments, showMine } from "./handlers/visitors/mine.tsx";
import { showNewComment } from "./handlers/visitors/new.tsx";
import { showOwnComment } from "./handlers/visitors/own.tsx";
import { previewComment } from "./handlers/visitors/preview.ts";
import { sendReport, showReport } from "./handlers/visitors/report.tsx";
import type { VisitorRoute } from "./handlers/visitors/route.ts";

/** An address of what is personal: never kept, and counted by network as work at a desk unless it says otherwise. */
const personal = (
  path: string,
  rest: Partial<Omit<VisitorRoute, "path" | "visitor">>,
): VisitorRoute => ({ path, visitor: true, query: [], limit: "desk", ...rest });

/** Every address of the blog. The first match wins: particular before general, and stored paths last. */
export const routes: readonly Route[] = [
  { path: "/", handler: showFront, cached: "page" },
  { path: "/page/:page/", handler: showFront, cached: "page" },
  { path: "/robots.txt", handler: showRobots, cached: "file" },
  { path: "/sitemap.xml", handler: showSitemap, cached: "file" },
  { path: "/sitemap-:file.xml", handler: showSitemapFile, cached: "file" },
  { path: "/:feed", handler: showFeed, cached: "feed" },
  { path: "/comments/:feed", handler: showCommentsFeed, cached: "feed" },
  personal("/comments", { POST: createComment, refused: refusedComment, limit: "comment" }),
  personal("/comments/preview", { POST: previewComment }),
  personal("/comments/new/", { query: ["post", "parent", "at"], GET: showNewComment }),
  personal("/comments/mine/", { GET: showMine, POST: listMyComments }),
  personal("/comments/subscription/", {
    query: ["key"],
    GET: showSubscription,
    POST: changeSubscription,
  }),
  personal("/comments/person/", {
    query: ["key"],
    GET: showPerson,
    POST: askPerson,
    refused: refusedPerson,
  }),
  personal("/comments/queue/feed.xml", { query: ["key"], GET: showQueueFeed }),
  personal("/comments/:comment/moderate/", {
    query: ["key"],
    GET: showModeration,
    POST: moderateOne,
  }),
  personal("/comments/:comment/", {
    query: ["token"],
    GET: showOwnComment,
    POST: changeOwnComment,
    refused: refusedChange,
  }),
  personal("/comments/:comment/report/", { GET: showReport, POST: sendReport }),
  personal("/preview/", { query: ["key"], GET: showPreview }),
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
  { path: "/admin/", admin: true, GET: showShell },
  { path: "/admin/preview/", admin: true, POST: showTyped },
  { path: "/admin/:screen+/", admin: true, GET: showShell },
  { path: "/media/:key/:name", media: true },
  { path: "/:year/", handler: showYear, cached: "page" },
  { path: "/:year/:month/", handler: showMonth, cached: "page" },
  { path: "/:year/:month/page/:page/", handler: showMonth, cached: "page" },
  { path: "/:post+/:feed", handler: showPostFeed, cached: "feed" },
  { path: "/:path+", handler: showPost, cached: "page" },
];

/** The table below, for programs and people who never saw it. */
const showDescription: ApiHandler = async (_request, { origin }) =>
  (await import("./handlers/api/openapi.ts")).describeApi(apiRoutes, origin);

/** What programs and the authors' application ask. Everything else below /api/ is missing. */
export const apiRoutes: readonly ApiRoute[] = [
  { path: "/api/openapi.json", can: "posts.own", scope: "write", GET: showDescription },
  ...peopleRoutes,
  ...writingRoutes,
  ...talkRoutes,
  ...mediaRoutes,
  ...deskRoutes,
];
