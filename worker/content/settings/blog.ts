import type { D1Database } from "@cloudflare/workers-types";
import type { BlogSettings } from "../../../src/admin-api/settings.ts";
import type { UtcTime } from "../../../src/model.ts";
import { findStoredSettings, writeSettings } from "../../db/write/blog-settings.ts";
import { FieldError } from "../../errors.ts";
import { checkColours, themeStyle } from "./colours.ts";
import { checkPermalink } from "./permalink.ts";

const NO_COLOURS = { link: null, paper: null };

/** What holds where nothing was set. */
export const BLOG_DEFAULTS: BlogSettings = {
  ...{ title: "Randnotiz", tagline: "", lang: "en", timeZone: "UTC" },
  ...{ permalink: "/:year/:month/:slug/", postsPerPage: 10 },
  theme: { light: NO_COLOURS, dark: NO_COLOURS },
  podcast: {
    ...{ title: "", author: "", email: null, description: "", category: "", artwork: null },
    ...{ explicit: false, funding: null },
  },
  retention: { spam: 30, trash: 30, figures: 400 },
};

/** What is set, with what holds otherwise. */
export async function findBlogSettings(db: D1Database): Promise<BlogSettings> {
  const stored = await findStoredSettings(db, Object.keys(BLOG_DEFAULTS));
  const { light = NO_COLOURS, dark = NO_COLOURS } = (stored["theme"] ?? {}) as Partial<
    BlogSettings["theme"]
  >;
  return { ...BLOG_DEFAULTS, ...stored, theme: { light, dark } } as BlogSettings;
}

/** Sets some, all of it or nothing, and with it what every page shows. Throws a `FieldError` for the first that is wrong. */
export async function changeBlogSettings(
  db: D1Database,
  changes: Partial<BlogSettings>,
  now: UtcTime,
): Promise<BlogSettings> {
  const settings = { ...(await findBlogSettings(db)), ...changes };
  checkPermalink(settings.permalink);
  checkTimeZone(settings.timeZone);
  checkColours(settings.theme);
  const theme = { ...settings.theme, style: await themeStyle(settings.theme) };
  const written = Object.keys(changes).map((name) => [
    name,
    name === "theme" ? theme : settings[name as keyof BlogSettings],
  ]);
  await db.batch(writeSettings(db, Object.fromEntries(written), now));
  return settings;
}

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
  } catch {
    const sentence = `"${timeZone}" is no time zone such as Europe/Berlin.`;
    throw new FieldError("timeZone", "choice", sentence);
  }
}
