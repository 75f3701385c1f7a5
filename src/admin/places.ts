import type { Place } from "./place.ts";

/** Every page of the application, the particular before the general, and the entries in the order of the navigation. */
export const places: readonly Place[] = [
  {
    ...{ path: "/admin/", can: null, entry: "overview", letter: "o" },
    load: async () => (await import("./overview/overview-page.tsx")).OverviewPage,
  },
  {
    ...{ path: "/admin/posts/", can: "posts.own", entry: "posts", letter: "p" },
    load: async () => (await import("./posts/posts-page.tsx")).PostsPage,
  },
  {
    ...{ path: "/admin/posts/:post/", can: "posts.own" },
    load: async () => (await import("./editor/editor-page.tsx")).EditorPage,
  },
  {
    ...{ path: "/admin/edit/", can: "posts.own" },
    load: async () => (await import("./posts/edit-page.tsx")).EditPage,
  },
  {
    ...{ path: "/admin/pages/", can: "posts.all", entry: "pages", letter: "a" },
    load: async () => (await import("./posts/posts-page.tsx")).PagesPage,
  },
  {
    ...{ path: "/admin/comments/", can: "comments.own", entry: "comments", letter: "c" },
    load: async () => (await import("./comments/comments-page.tsx")).CommentsPage,
  },
  {
    ...{ path: "/admin/media/", can: "media", entry: "media", letter: "m" },
    load: async () => (await import("./media/media-page.tsx")).MediaPage,
  },
  {
    ...{ path: "/admin/terms/", can: "terms", entry: "terms", letter: "t" },
    load: async () => (await import("./terms/terms-page.tsx")).TermsPage,
  },
  {
    ...{ path: "/admin/frame/", can: "frame", entry: "frame", letter: "f" },
    load: async () => (await import("./frame/frame-page.tsx")).FramePage,
  },
  {
    ...{ path: "/admin/settings/", can: "settings", entry: "settings", letter: "s" },
    load: async () => (await import("./settings/settings-page.tsx")).SettingsPage,
  },
  {
    ...{ path: "/admin/people/", can: "people", entry: "people", letter: "e" },
    load: async () => (await import("./people/people-page.tsx")).PeoplePage,
  },
  {
    ...{ path: "/admin/figures/", can: "posts.all", entry: "figures", letter: "z" },
    load: async () => (await import("./figures/figures-page.tsx")).FiguresPage,
  },
  {
    ...{ path: "/admin/health/", can: "health", entry: "health", letter: "h" },
    load: async () => (await import("./health/health-page.tsx")).HealthPage,
  },
  {
    ...{ path: "/admin/transfer/", can: "transfer", entry: "transfer", letter: "u" },
    load: async () => (await import("./transfer/transfer-page.tsx")).TransferPage,
  },
  {
    ...{ path: "/admin/me/", can: null, entry: "me", letter: "i" },
    load: async () => (await import("./own/own-page.tsx")).OwnPage,
  },
];
