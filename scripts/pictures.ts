import { statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { R2Bucket } from "@cloudflare/workers-types";
import type { FindPicture } from "../worker/content/files/render.ts";
import type { MediaDraft } from "../worker/db/write/media/media.ts";
import { type MediaFile, readMediaFile } from "./media-file.ts";

/** Puts a file where the blog keeps its media. */
export type KeepFile = (file: MediaFile) => Promise<unknown>;

/** Into a bucket that is at hand. */
export const keepIn =
  (bucket: R2Bucket): KeepFile =>
  ({ key, type, bytes }) =>
    bucket.put(key, bytes, { httpMetadata: { contentType: type } });

/** The files beside posts, read once each, and stored when their posts are. */
export class Pictures {
  readonly #root: string;
  readonly #examined = new Map<string, MediaFile | string>();
  readonly #of = new Map<string, Map<string, MediaFile>>();

  /** `root`: what the posts' names are relative to. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Looks for a file by its path relative to the post. */
  readonly find: FindPicture = (post, path) => {
    const folder = resolve(this.#root, dirname(post.name));
    const file = resolve(folder, path);
    if (path.includes("\0") || !(isBelow(this.#root, file) || isBelow(folder, file)))
      return `The file ${path} lies outside the project.`;
    const known = this.#examined.get(file) ?? examine(file, path);
    this.#examined.set(file, known);
    if (typeof known !== "string")
      this.#of.set(post.name, (this.#of.get(post.name) ?? new Map()).set(path, known));
    return known;
  };

  /** The files that were found for a post, by the paths that it names them with. */
  of(post: string): ReadonlyMap<string, MediaFile> {
    return this.#of.get(post) ?? new Map();
  }

  /** Keeps the files of these posts, and gives their rows. */
  async store(keep: KeepFile, posts: readonly string[], createdAt: string) {
    const files = new Set(posts.flatMap((post) => [...this.of(post).values()]));
    const drafts: MediaDraft[] = [];
    for (const file of files) {
      const { key, name, type, bytes, width, height } = file;
      await keep(file);
      const fresh = { key, name, type, bytes: bytes.length, width, height };
      drafts.push({ ...fresh, alt: "", sourceUrl: null, createdAt });
    }
    return drafts;
  }
}

function isBelow(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** The file, or the sentence that says why it is none of the blog's. */
function examine(file: string, path: string): MediaFile | string {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return `There is no file ${path}.`;
  const found = readMediaFile(file, path);
  return "refused" in found ? `The file ${path} is ${found.refused}.` : found;
}
