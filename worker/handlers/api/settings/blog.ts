import { blogSettingsChange } from "../../../../src/admin-api/settings.ts";
import { sendOwed } from "../../../cache/owed.ts";
import { changeBlogSettings, findBlogSettings } from "../../../content/settings/blog.ts";
import { readAs } from "../body.ts";
import type { ApiHandler } from "../route.ts";

const MAX_BYTES = 50_000;

export const showBlogSettings: ApiHandler = async (_request, { env }) => findBlogSettings(env.DB);

/** Sets what is named, all of it or nothing; the rest stays. */
export const putBlogSettings: ApiHandler = async (request, { env, now }) => {
  const typed = await readAs(request, MAX_BYTES, blogSettingsChange);
  const settings = await changeBlogSettings(env.DB, typed as never, now);
  await sendOwed(env.DB, env.REFRESH);
  return settings;
};
