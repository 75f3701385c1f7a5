import { type KnownBlog, parseNames } from "../../content/files/wire.ts";
import {
  findWritingDefaults,
  type KnownPost,
  listKnownPosts,
  listPublishedFiles,
} from "../../db/write/files.ts";
import { readJson } from "./body.ts";
import type { ApiHandler } from "./route.ts";

/** Bytes. A few hundred names and addresses. */
const MAX_NAMES_BYTES = 500_000;

/** What somebody who publishes files has to know of the blog first. */
export const showFiles: ApiHandler = async (_request, { env }): Promise<KnownBlog> => ({
  defaults: await findWritingDefaults(env.DB),
  files: await listPublishedFiles(env.DB),
});

/** The posts that these files may mean, to see what would change. A question, though its names need a body. */
export const findFiles: ApiHandler = async (request, { env }): Promise<KnownPost[]> =>
  listKnownPosts(env.DB, await readJson(request, MAX_NAMES_BYTES, parseNames));
