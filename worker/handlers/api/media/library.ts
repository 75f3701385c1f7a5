import {
  type MediaList,
  type MediaUse,
  mediaAbout,
  mediaKey,
} from "../../../../src/admin-api/media.ts";
import { extensionOf } from "../../../../src/media/media-type.ts";
import { cleanName } from "../../../../src/media/name.ts";
import { listUses, type MediaPlace, searchMedia } from "../../../db/read/media.ts";
import { deleteUnusedMedia, updateMediaAbout } from "../../../db/write/media/media.ts";
import { BlogError, Conflict, FieldError } from "../../../errors.ts";
import { parseAs, readAs } from "../body.ts";
import type { ApiHandler } from "../route.ts";
import { answerMedia, requireMedia, requireOwn, toMedia } from "./answer.ts";
import { deleteFiles } from "./delete.ts";

const MAX_BYTES = 10_000;
const MAX_WORDS = 100;
const [FEW, MOST] = [40, 100];
const KINDS = ["image", "audio", "other"] as const;

/** Files, newest first, by part of a name or an alternative text and by kind. */
export const listMedia: ApiHandler = async (_request, { env, query, who }): Promise<MediaList> => {
  const typed = query.get("type") || null;
  const kind = KINDS.find((one) => one === typed) ?? null;
  if (typed !== null && kind === null) throw new FieldError("type", "choice");
  const words = (query.get("q") ?? "").trim().normalize("NFC").slice(0, MAX_WORDS);
  const limit = Math.min(MOST, Math.max(1, Number.parseInt(query.get("limit") ?? "", 10) || FEW));
  const after = placeOf(query.get("after"));
  const { items, next } = await searchMedia(env.DB, { words, kind, after, limit });
  return {
    items: items.map((row) => toMedia(row, who)),
    next: next && `${next.createdAt}_${next.key}`,
  };
};

function placeOf(cursor: string | null): MediaPlace | null {
  if (!cursor) return null;
  const [, createdAt, key] = /^([\d:TZ-]{20})_([0-9a-f]{32})$/.exec(cursor) ?? [];
  if (!createdAt || !key) throw new FieldError("after", "malformed");
  return { createdAt, key };
}

/** One file. */
export const showMediaRow: ApiHandler = (_request, context) =>
  answerMedia(keyOf(context.params), context);

/** The name it is served under, and what is read out in its place. */
export const putMediaAbout: ApiHandler = async (request, context) => {
  const { name, alt } = await readAs(request, MAX_BYTES, mediaAbout);
  const { key, type } = await requireOwn(keyOf(context.params), context);
  const clean = cleanName(name, extensionOf(type));
  await updateMediaAbout(context.env.DB, key, { name: clean, alt }).run();
  return answerMedia(key, context);
};

export const listMediaUses: ApiHandler = async (_request, context): Promise<MediaUse[]> => {
  const { key } = await requireMedia(keyOf(context.params), context);
  const { who } = context;
  return listUses(context.env.DB, key, who.can("posts.all") ? null : (who.id ?? 0));
};

/** Deletes a file and its sizes, unless a text names it. The row goes first: a file without one is garbage, and found later. */
export const deleteMedia: ApiHandler = async (_request, context) => {
  const { env } = context;
  const { key, sizes } = await requireOwn(keyOf(context.params), context);
  const { results } = await deleteUnusedMedia(env.DB, key).all();
  if (results.length === 0) throw new Conflict("used", "Posts show this file.");
  await deleteFiles(env, [key, ...sizes.map((size) => size.key)]);
  return undefined;
};

function keyOf({ key = "" }: Readonly<Record<string, string>>): string {
  try {
    return parseAs(key, mediaKey);
  } catch {
    throw new BlogError("missing", "There is no such file.");
  }
}
