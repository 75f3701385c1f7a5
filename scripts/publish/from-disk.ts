import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { D1Database, R2Bucket } from "@cloudflare/workers-types";
import type { PostFile } from "../../worker/content/files/post-file.ts";
import { type Published, publishFiles } from "../../worker/content/files/publish.ts";
import { BlogError } from "../../worker/errors.ts";
import { readFrontMatter } from "../front-matter.ts";
import { Pictures } from "../pictures.ts";
import { findFiles } from "./find-files.ts";

export interface Options {
  readonly dryRun?: boolean;
  readonly prune?: boolean;
  readonly force?: boolean;
}

/** Where a blog is kept, and where its files lie. */
export interface Desk {
  readonly db: D1Database;
  readonly bucket: R2Bucket;
  /** The project's folder: files are remembered relative to it. */
  readonly root: string;
  /** The folder in which names were typed. */
  readonly from?: string;
  readonly now?: string;
}

/** Milliseconds between tries, and how often a busy database is asked again. */
const BUSY_MS = 100;
const BUSY_TRIES = 20;

/**
 * Publishes files, folders and globs of this machine. The blog that `npm start` serves reads the same SQLite file from
 * another process, and whoever comes second in one moment is sent away; since publishing twice is the same as once, it
 * simply tries again.
 */
export async function publishFromDisk(
  ...job: Parameters<typeof publishOnce>
): Promise<Published[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await publishOnce(...job);
    } catch (error) {
      const isBusy = /SQLITE_BUSY|database is locked|session commit token/.test(String(error));
      if (!isBusy || tries === BUSY_TRIES) throw error;
      await setTimeout(BUSY_MS);
    }
  }
}

async function publishOnce(
  desk: Desk,
  typed: readonly string[],
  options: Options = {},
): Promise<Published[]> {
  const { db, bucket, root, from = root } = desk;
  const now = desk.now ?? `${new Date().toISOString().slice(0, 19)}Z`;
  const { names, isCovered } = findFiles(root, from, typed);
  const pictures = new Pictures(root);
  return publishFiles({
    ...{ db, now, isCovered, ...options },
    files: readAll(root, names),
    isThere: (name) => existsSync(resolve(root, name)),
    picture: pictures.find,
    storePictures: (posts) => pictures.store(bucket, posts, now),
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
