import { showFigures } from "../handlers/api/desk/figures.ts";
import { putFrame, showFrame } from "../handlers/api/desk/frame.ts";
import {
  decideDead,
  rebuildCaches,
  showHealth,
  showOverview,
} from "../handlers/api/desk/health.ts";
import type { Answers, ApiRoute } from "../handlers/api/route.ts";
import { putBlogSettings, showBlogSettings } from "../handlers/api/settings/blog.ts";
import { putImprint, putPrivacy, showLegal } from "../handlers/api/settings/legal.ts";

/** About the blog as a whole. */
const settings = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "settings", scope: "settings", ...answers },
});

/** The blog as a whole, and how it is at work. */
export const deskRoutes: readonly ApiRoute[] = [
  settings("/api/settings/blog", { GET: showBlogSettings, PUT: putBlogSettings }),
  { path: "/api/figures", can: "posts.all", scope: null, GET: showFigures },
  { path: "/api/overview", can: "posts.own", scope: null, GET: showOverview },
  { path: "/api/health", can: "health", scope: "settings", GET: showHealth },
  { path: "/api/health/rebuild", can: "settings", scope: null, POST: rebuildCaches },
  { path: "/api/health/dead/:letter", can: "settings", scope: null, POST: decideDead },
  { path: "/api/frame", can: "frame", scope: "settings", GET: showFrame, PUT: putFrame },
  settings("/api/settings/legal", { GET: showLegal }),
  settings("/api/settings/imprint", { PUT: putImprint }),
  settings("/api/settings/privacy", { PUT: putPrivacy }),
];
