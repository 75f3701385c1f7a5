import type { D1Database } from "@cloudflare/workers-types";
import {
  findWritingDefaults,
  type KnownPost,
  listKnownPosts,
  listPublishedFiles,
  type PostNames,
  type PublishedFile,
  type WritingDefaults,
} from "../../db/write/files.ts";
import { type Writing, writeSteps } from "./write.ts";

/** The blog as publishing sees it: a database that is at hand, or one behind HTTP. */
export interface PostStore {
  findDefaults(): Promise<WritingDefaults>;
  listKnown(names: PostNames): Promise<KnownPost[]>;
  /** Every post that a file made. */
  listPublished(): Promise<PublishedFile[]>;
  write(writing: Writing): Promise<void>;
}

/** A database that is at hand. */
export const databaseStore = (db: D1Database): PostStore => ({
  findDefaults: () => findWritingDefaults(db),
  listKnown: (names) => listKnownPosts(db, names),
  listPublished: () => listPublishedFiles(db),
  write: (writing) => writeSteps(db, writing),
});
