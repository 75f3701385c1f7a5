import { fitsName } from "../../../src/media/media-type.ts";
import type { UtcTime } from "../../../src/model.ts";
import { sendOwed } from "../../cache/owed.ts";
import type { FindPicture } from "../../content/files/render.ts";
import { databaseStore } from "../../content/files/store.ts";
import { parsePosts, type SentPicture, type SentPosts } from "../../content/files/wire.ts";
import type { MediaDraft } from "../../db/write/media/media.ts";
import { BlogError } from "../../errors.ts";
import { readJson } from "./body.ts";
import type { ApiHandler } from "./route.ts";

/** Bytes. A post of the longest that D1 takes, with JSON's escapes. */
const MAX_POSTS_BYTES = 4_000_000;

/** Writes posts from files by the rules of local publishing: all that were sent, or none. */
export const publishPosts: ApiHandler = async (request, { env, now }) => {
  const sent = await readJson(request, MAX_POSTS_BYTES, parsePosts);
  const published = await write(sent, env, now);
  await sendOwed(env.DB, env.REFRESH);
  return { published };
};

type Bindings = { readonly DB: D1Database; readonly MEDIA: R2Bucket };

async function write(sent: SentPosts, { DB, MEDIA }: Bindings, now: UtcTime) {
  const { files, missing, gone, force } = sent;
  const absent = new Set([...missing, ...gone]);
  const store = databaseStore(DB);
  // What renders is three quarters of the Worker: loaded when somebody writes, so that readers' isolates start without it.
  const { publishFiles } = await import("../../content/files/publish.ts");
  try {
    return await publishFiles({
      ...{ files, now, force, prune: gone.length > 0 },
      // Only who wants to withdraw posts needs to know them all.
      store: gone.length > 0 ? store : { ...store, listPublished: async () => [] },
      isCovered: (name) => gone.includes(name),
      isThere: (name) => !absent.has(name),
      picture: pictureOf(sent),
      storePictures: (names) => findMedia(MEDIA, picturesOf(sent, names), now),
      newGuid: () => `urn:uuid:${crypto.randomUUID()}`,
    });
  } catch (error) {
    if (!/UNIQUE constraint failed/.test(String(error))) throw error;
    throw new BlogError("invalid", "Somebody else wrote in this moment; please try again.");
  }
}

const pictureOf =
  ({ files }: SentPosts): FindPicture =>
  (file, path) => {
    const pictures = files.find(({ name }) => name === file.name)?.pictures ?? {};
    const found = Object.hasOwn(pictures, path) ? pictures[path] : undefined;
    if (!found) return `The file ${path} was not sent with the post.`;
    const { key, name, width, height } = found;
    return { path: `/media/${key}/${encodeURIComponent(name)}`, width, height };
  };

function picturesOf({ files }: SentPosts, names: readonly string[]): SentPicture[] {
  const chosen = files.filter(({ name }) => names.includes(name));
  const all = chosen.flatMap(({ pictures }) => Object.values(pictures));
  return [...new Map(all.map((picture) => [picture.key, picture])).values()];
}

/** What was stored says itself what it is; whoever sends a post only says how it is called. */
const findMedia = (bucket: R2Bucket, pictures: SentPicture[], now: UtcTime) =>
  Promise.all(
    pictures.map(async ({ key, name, width, height }): Promise<MediaDraft> => {
      const stored = await bucket.head(key);
      if (!stored) throw new BlogError("invalid", `The file ${name} was not stored before.`);
      const type = stored.httpMetadata?.contentType ?? "";
      if (!fitsName({ type, extension: "" }, name))
        throw new BlogError("invalid", `The file ${name} is not what its name says.`);
      const same = { key, name, type, width, height, bytes: stored.size };
      return { ...same, alt: "", sourceUrl: null, createdAt: now };
    }),
  );
