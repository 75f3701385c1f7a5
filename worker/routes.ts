import { showTyped } from "./handlers/admin/preview.tsx";
import { showShell } from "./handlers/admin/shell.tsx";
import type { Route } from "./handlers/answers.tsx";
import { banComments, putComment, replyTo } from "./handlers/api/comments/answer.ts";
import { decideAboutAll, decideComments, listComments } from "./handlers/api/comments/queue.ts";
import { putSettings, showQueueAddress, showSettings } from "./handlers/api/comments/settings.ts";
import { putFrame, showFrame } from "./handlers/api/desk/frame.ts";
import { decideDead, rebuildCaches, showHealth, showOverview } from "./handlers/api/desk/health.ts";
import {
  addCategory,
  addTag,
  mergeTerm,
  putCategory,
  putTag,
  removeTerm,
  showTerms,
} from "./handlers/api/desk/terms.ts";
import { findFiles, showFiles } from "./handlers/api/files.ts";
import {
  deleteMedia,
  listMedia,
  listMediaUses,
  putMediaAbout,
  showMediaRow,
} from "./handlers/api/media/library.ts";
import { putMedia } from "./handlers/api/media/put.ts";
import {
  beginUpload,
  finishUpload,
  putPart,
  removeUpload,
  showUpload,
} from "./handlers/api/media/uploads.ts";
import { askJoin, join, lookAtLink } from "./handlers/api/people/join.ts";
import { askLogin, logIn, logOut } from "./handlers/api/people/login.ts";
import { putMe, showMe, showProfile } from "./handlers/api/people/me.ts";
import {
  addToken,
  listOwnSessions,
  listOwnTokens,
  removeSession,
  removeToken,
} from "./handlers/api/people/own.ts";
import {
  addPasskey,
  askPasskey,
  listOwnPasskeys,
  putPasskey,
  removePasskey,
} from "./handlers/api/people/passkeys.ts";
import {
  invite,
  putPerson,
  removeAccess,
  removeInvitation,
  showPeople,
} from "./handlers/api/people/people.ts";
import { actOnPerson } from "./handlers/api/persons.ts";
import { createPost, removePost, savePost, showForWriting } from "./handlers/api/posts/edit.ts";
import { listLinks, listPosts } from "./handlers/api/posts/list.ts";
import { publishOne } from "./handlers/api/posts/publish.ts";
import {
  convertPost,
  makePreviewLink,
  showRevision,
  showRevisions,
} from "./handlers/api/posts/revisions.ts";
import { publishPosts } from "./handlers/api/publish.ts";
import type { ApiHandler, ApiRoute } from "./handlers/api/route.ts";
import { putBlogSettings, showBlogSettings } from "./handlers/api/settings/blog.ts";
import { putImprint, putPrivacy, showLegal } from "./handlers/api/settings/legal.ts";
import { sendTestMail } from "./handlers/api/test-mail.ts";
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

type Answers = Omit<ApiRoute, "path" | "can" | "scope">;

/** Where somebody comes in: anybody may ask, though not often. */
const door = (path: string, POST: ApiHandler): ApiRoute => ({
  ...{ path, can: "anybody", scope: null, POST },
});

/** About whoever asks, who is a person: no token may make another, or end a session. */
const self = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "self", scope: null, ...answers },
});

/** About who may write here. */
const people = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "people", scope: null, ...answers },
});

/** About posts: one's own, and everybody's for whoever may write them, which the handlers see to. */
const writing = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "posts.own", scope: "write", ...answers },
});

/** Files of the library. */
const media = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "media", scope: "write", ...answers },
});

/** About tags and categories. */
const terms = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "terms", scope: "write", ...answers },
});

/** About the blog as a whole. */
const settings = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "settings", scope: "settings", ...answers },
});

/** About comments: below one's own posts, and everywhere for whoever may, which the handlers see to. */
const talk = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "comments.own", scope: "moderate", ...answers },
});

/** What programs and the authors' application ask. Everything else below /api/ is missing. */
export const apiRoutes: readonly ApiRoute[] = [
  door("/api/login/options", askLogin),
  door("/api/login", logIn),
  door("/api/join/look", lookAtLink),
  door("/api/join/options", askJoin),
  door("/api/join", join),
  self("/api/logout", { POST: logOut }),
  self("/api/me", { GET: showMe, PUT: putMe }),
  self("/api/me/profile", { GET: showProfile }),
  self("/api/me/passkeys", { GET: listOwnPasskeys, POST: addPasskey }),
  self("/api/me/passkeys/options", { POST: askPasskey }),
  self("/api/me/passkeys/:passkey", { PUT: putPasskey, DELETE: removePasskey }),
  self("/api/me/sessions", { GET: listOwnSessions }),
  self("/api/me/sessions/:session", { DELETE: removeSession }),
  self("/api/me/tokens", { GET: listOwnTokens, POST: addToken }),
  self("/api/me/tokens/:token", { DELETE: removeToken }),
  people("/api/people", { GET: showPeople }),
  people("/api/people/invitations", { POST: invite }),
  people("/api/people/invitations/:invitation", { DELETE: removeInvitation }),
  people("/api/people/:person", { PUT: putPerson }),
  people("/api/people/:person/access", { DELETE: removeAccess }),
  writing("/api/links", { GET: listLinks }),
  writing("/api/posts", { GET: listPosts, POST: createPost }),
  writing("/api/posts/:post", { GET: showForWriting, PUT: savePost, DELETE: removePost }),
  writing("/api/posts/:post/publish", { POST: publishOne }),
  writing("/api/posts/:post/revisions", { GET: showRevisions }),
  writing("/api/posts/:post/revisions/:revision", { GET: showRevision }),
  writing("/api/posts/:post/preview-link", { POST: makePreviewLink }),
  writing("/api/posts/:post/markdown", { POST: convertPost }),
  { path: "/api/files", can: "posts.all", scope: "publish", GET: showFiles, POST: findFiles },
  talk("/api/comments", { GET: listComments, POST: decideComments }),
  talk("/api/comments/all", { POST: decideAboutAll }),
  talk("/api/comments/ban", { POST: banComments }),
  { path: "/api/comments/feed", can: "comments.all", scope: "moderate", GET: showQueueAddress },
  talk("/api/comments/:comment", { PUT: putComment }),
  talk("/api/comments/:comment/reply", { POST: replyTo }),
  {
    ...{ path: "/api/settings/comments", can: "settings", scope: "moderate" },
    ...{ GET: showSettings, POST: putSettings },
  },
  settings("/api/settings/blog", { GET: showBlogSettings, PUT: putBlogSettings }),
  { path: "/api/terms", can: "posts.own", scope: "write", GET: showTerms },
  terms("/api/terms/tags", { POST: addTag }),
  terms("/api/terms/tags/:term", { PUT: putTag, DELETE: removeTerm("tags") }),
  terms("/api/terms/tags/:term/merge", { POST: mergeTerm("tags") }),
  terms("/api/terms/categories", { POST: addCategory }),
  terms("/api/terms/categories/:term", { PUT: putCategory, DELETE: removeTerm("categories") }),
  terms("/api/terms/categories/:term/merge", { POST: mergeTerm("categories") }),
  { path: "/api/overview", can: "posts.own", scope: null, GET: showOverview },
  { path: "/api/health", can: "health", scope: "settings", GET: showHealth },
  { path: "/api/health/rebuild", can: "settings", scope: null, POST: rebuildCaches },
  { path: "/api/health/dead/:letter", can: "settings", scope: null, POST: decideDead },
  { path: "/api/frame", can: "frame", scope: "settings", GET: showFrame, PUT: putFrame },
  settings("/api/settings/legal", { GET: showLegal }),
  settings("/api/settings/imprint", { PUT: putImprint }),
  settings("/api/settings/privacy", { PUT: putPrivacy }),
  { path: "/api/persons", can: "settings", scope: "moderate", POST: actOnPerson },
  { path: "/api/mail/test", can: "settings", scope: "moderate", POST: sendTestMail },
  { path: "/api/publish", can: "posts.all", scope: "publish", POST: publishPosts },
  { path: "/api/media/:hash", can: "media", scope: "publish", PUT: putMedia },
  media("/api/media", { GET: listMedia }),
  media("/api/media/:key", { GET: showMediaRow, DELETE: deleteMedia }),
  media("/api/media/:key/about", { PUT: putMediaAbout }),
  media("/api/media/:key/uses", { GET: listMediaUses }),
  media("/api/uploads", { POST: beginUpload }),
  media("/api/uploads/:upload", { GET: showUpload, DELETE: removeUpload }),
  media("/api/uploads/:upload/done", { POST: finishUpload }),
  media("/api/uploads/:upload/:part", { PUT: putPart }),
];
