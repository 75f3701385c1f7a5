import type { Place } from "./place.ts";

/** Every page of the application, the particular before the general, and the entries in the order of the navigation. */
export const places: readonly Place[] = [
  {
    ...{ path: "/admin/", can: null, entry: "overview", letter: "o" },
    load: async () => (await import("./overview/overview-page.tsx")).OverviewPage,
  },
  {
    ...{ path: "/admin/posts/:post/", can: "posts.own" },
    load: async () => (await import("./editor/editor-page.tsx")).EditorPage,
  },
  {
    ...{ path: "/admin/media/", can: "media", entry: "media", letter: "m" },
    load: async () => (await import("./media/media-page.tsx")).MediaPage,
  },
];
