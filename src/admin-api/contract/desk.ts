import * as v from "valibot";
import * as figures from "../figures.ts";
import * as frame from "../frame.ts";
import * as health from "../health.ts";
import { nothing } from "../login.ts";
import * as settings from "../settings.ts";
import type { Contract } from "./entry.ts";

/** The blog as a whole, and how it is at work. */
export const deskContract: Contract = {
  "GET /api/settings/blog": { about: "What the blog is", gives: settings.blogSettings },
  "PUT /api/settings/blog": {
    about: "Sets what is named; the rest stays",
    takes: settings.blogSettingsChange,
    gives: settings.blogSettings,
  },
  "GET /api/settings/legal": {
    about: "How it stands with imprint and privacy page",
    gives: settings.legal,
  },
  "PUT /api/settings/imprint": {
    about: "Writes the imprint",
    takes: settings.imprint,
    gives: settings.legal,
  },
  "PUT /api/settings/privacy": {
    about: "Writes the privacy page as the settings are now",
    takes: nothing,
    gives: settings.legal,
  },
  "GET /api/frame": { about: "What stands around every page", gives: frame.frame },
  "PUT /api/frame": {
    about: "Sets what is named; the rest stays",
    takes: frame.frameChange,
    gives: frame.frame,
  },
  "GET /api/overview": {
    about: "What waits, what comes, what is unfinished",
    gives: health.overview,
  },
  "GET /api/figures": {
    about: "What was counted, approximately",
    query: { days: "From 1 to 400, today included" },
    gives: figures.figures,
  },
  "GET /api/health": { about: "How the blog is at work", gives: health.health },
  "POST /api/health/rebuild": { about: "Makes everything in KV another history", takes: nothing },
  "POST /api/health/dead/:letter": {
    about: "Sends a message again that failed too often, or lets it go",
    takes: health.deadDecision,
  },
  "GET /api/openapi.json": { about: "This description", gives: v.looseObject({}) },
};
