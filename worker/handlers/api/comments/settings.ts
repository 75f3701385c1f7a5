import { linkTo } from "../../../auth/links.ts";
import { signerOf } from "../../../auth/signing.ts";
import { sendOwed } from "../../../cache/owed.ts";
import { changeSettings, findSettings } from "../../../content/comments/settings.ts";
import { BlogError } from "../../../errors.ts";
import { readJson } from "../body.ts";
import type { ApiHandler } from "../route.ts";

const MAX_BYTES = 100_000;

/** The rules. */
export const showSettings: ApiHandler = async (_request, { env }) => findSettings(env.DB);

/** Changes rules: names with what was typed for them. */
export const putSettings: ApiHandler = async (request, { env, now }) => {
  const typed = await readJson(request, MAX_BYTES, parseTyped);
  const settings = await changeSettings(env.DB, typed, { now });
  await sendOwed(env.DB, env.REFRESH);
  return settings;
};

/** The address of the private feed of what waits. */
export const showQueueAddress: ApiHandler = async (_request, { env, now, origin, who }) => ({
  url: await linkTo(signerOf(env.DB, now), origin, now).queueFeed(who.id),
});

function parseTyped(value: unknown): Record<string, string> {
  const right =
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === "string");
  if (!right) throw new BlogError("invalid", "Settings are names with texts.");
  return value as Record<string, string>;
}
