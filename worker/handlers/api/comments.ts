import { linkTo } from "../../auth/links.ts";
import { signerOf } from "../../auth/signing.ts";
import { sendOwed, sendOwedMail } from "../../cache/owed.ts";
import { type ModerationAction, moderateComments } from "../../content/comments/moderate.ts";
import { changeSettings, findSettings } from "../../content/comments/settings.ts";
import { listQueue } from "../../db/read/moderation.ts";
import type { CommentStatus } from "../../db/write/drafts.ts";
import { oweAnswerMail } from "../../db/write/outbox.ts";
import { BlogError } from "../../errors.ts";
import { readJson } from "./body.ts";
import type { ApiHandler } from "./route.ts";

const MAX_BYTES = 100_000;
/** Comments that one request decides about. */
const MOST_IDS = 100;
const STATUSES: readonly CommentStatus[] = ["pending", "approved", "spam", "trash"];
const ACTIONS: readonly ModerationAction[] = ["approve", "spam", "trash", "hold"];

/** What waits, or what else has a status, newest first. */
export const listComments: ApiHandler = async ({ url }, { env }) => {
  const asked = new URL(url).searchParams.get("status") ?? "pending";
  const status = STATUSES.find((known) => known === asked);
  if (!status) throw new BlogError("invalid", `A status is one of: ${STATUSES.join(", ")}.`);
  return listQueue(env.DB, status);
};

/** Decides about comments by the rules of the buttons. */
export const decideComments: ApiHandler = async (request, { env, now }) => {
  const { ids, action } = await readJson(request, MAX_BYTES, parseDecision);
  const tell = (id: string) => oweAnswerMail(env.DB, id, { now });
  const changed = await moderateComments(env.DB, ids, action, { now, tell });
  await sendOwed(env.DB, env.REFRESH);
  await sendOwedMail(env.DB, env.JOBS, now);
  return changed;
};

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
export const showQueueAddress: ApiHandler = async (request, { env, now }) => {
  const origin = env.ORIGIN || new URL(request.url).origin;
  return { url: await linkTo(signerOf(env.DB, now), origin, now).queueFeed() };
};

function parseDecision(value: unknown): { ids: string[]; action: ModerationAction } {
  const { ids, action } = (value ?? {}) as { ids?: unknown; action?: unknown };
  const known = ACTIONS.find((name) => name === action);
  if (!known) throw new BlogError("invalid", `An action is one of: ${ACTIONS.join(", ")}.`);
  const right =
    Array.isArray(ids) && ids.length <= MOST_IDS && ids.every((id) => typeof id === "string");
  if (!right) throw new BlogError("invalid", `ids is a list of at most ${MOST_IDS} ids.`);
  return { ids, action: known };
}

function parseTyped(value: unknown): Record<string, string> {
  const right =
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === "string");
  if (!right) throw new BlogError("invalid", "Settings are names with texts.");
  return value as Record<string, string>;
}
