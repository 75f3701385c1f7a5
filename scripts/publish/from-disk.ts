import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { D1Database, R2Bucket } from "@cloudflare/workers-types";
import type { PostFile } from "../../worker/content/files/post-file.ts";
import { type Published, publishFiles } from "../../worker/content/files/publish.ts";
import { databaseStore, type PostStore } from "../../worker/content/files/store.ts";
import { BlogError } from "../../worker/errors.ts";
import { whileBusy } from "../busy.ts";
import { readFrontMatter } from "../front-matter.ts";
import { type KeepFile, keepIn, Pictures } from "../pictures.ts";
import { findFiles } from "./find-files.ts";

export interface Options {
  readonly dryRun?: boolean;
  readonly prune?: boolean;
  readonly force?: boolean;
}

/** Where an author's files lie. */
export interface Place {
  /** The project's folder: files are remembered relative to it. */
  readonly root: string;
  /** The folder in which names were typed. */
  readonly from?: string;
  readonly now?: string;
}

/** The same, with the blog of this machine. */
export interface Desk extends Place {
  readonly db: D1Database;
  readonly bucket: R2Bucket;
}

/** A blog that files can be published into. */
export interface Blog {
  readonly store: (pictures: Pictures) => PostStore;
  readonly keep: KeepFile;
}

/**
 * Publishes files, folders and globs into the blog of this machine. Since publishing twice is the same as once, it simply
 * tries again while the database is busy.
 */
export const publishFromDisk = (
  { db, bucket, ...place }: Desk,
  typed: readonly string[],
  options: Options = {},
): Promise<Published[]> => {
  const blog: Blog = { store: () => databaseStore(db), keep: keepIn(bucket) };
  return whileBusy(() => publishInto(blog, place, typed, options));
};

/** Publishes files, folders and globs of this machine. */
export async function publishInto(
  { store, keep }: Blog,
  { root, from = root, ...place }: Place,
  typed: readonly string[],
  options: Options = {},
): Promise<Published[]> {
  const now = place.now ?? `${new Date().toISOString().slice(0, 19)}Z`;
  const { names, isCovered } = findFiles(root, from, typed);
  const pictures = new Pictures(root);
  return publishFiles({
    ...{ store: store(pictures), now, isCovered, ...options },
    files: readAll(root, names),
    isThere: (name) => existsSync(resolve(root, name)),
    picture: pictures.find,
    storePictures: (posts) => pictures.store(keep, posts, now),
    newGuid: () => `urn:uuid:${randomUUID()}`,
  });
}

function readAll(root: string, names: readonly string[]): PostFile[] {
  const sentences: string[] = [];
  const files = names.flatMap((name) => {
    try {
      return readFrontMatter(name, readFileSync(resolve(root, name), "utf8"));
    } catch (error) {
      if (!(error instanceof BlogError)) throw error;
      sentences.push(error.message);
      return [];
    }
  });
  if (sentences.length > 0) throw new BlogError("invalid", sentences.join("\n"));
  return files;
}

/** A line for each file. */
export const printPublished = (published: readonly Published[]): string =>
  published.map(({ kind, file, path }) => `${kind.padEnd(9)}  ${file}  ${path}`).join("\n");
