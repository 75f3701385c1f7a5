import type { Media } from "../../../../src/admin-api/media.ts";
import type { Who } from "../../../auth/who.ts";
import { findMedia, type MediaRow } from "../../../db/read/media.ts";
import { BlogError } from "../../../errors.ts";
import type { ApiContext } from "../route.ts";

/** A file as the application knows it. */
export const toMedia = ({ authorId, ...media }: MediaRow, who: Who): Media => ({
  ...media,
  own: mayChange(authorId, who),
});

/** Whoever brought a file may change what is said of it; so may who takes care of all. */
export const mayChange = (authorId: number | null, who: Who): boolean =>
  who.can("media.all") || (authorId !== null && authorId === who.id);

export const requireMedia = async (key: string, { env }: ApiContext): Promise<MediaRow> => {
  const row = await findMedia(env.DB, key);
  if (!row) throw new BlogError("missing", "There is no such file.");
  return row;
};

/** For who may change it. */
export async function requireOwn(key: string, context: ApiContext): Promise<MediaRow> {
  const row = await requireMedia(key, context);
  if (!mayChange(row.authorId, context.who))
    throw new BlogError("forbidden", "This is somebody else's file.");
  return row;
}

export const answerMedia = async (key: string, context: ApiContext): Promise<Media> =>
  toMedia(await requireMedia(key, context), context.who);
