import { statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { R2Bucket } from "@cloudflare/workers-types";
import type { FindPicture } from "../worker/content/files/render.ts";
import type { MediaDraft } from "../worker/db/write/media.ts";
import { type MediaFile, readMediaFile } from "./media-file.ts";

/** The files beside posts, read once each, and stored when their posts are. */
export class Pictures {
  readonly #root: string;
  readonly #examined = new Map<string, MediaFile | string>();
  readonly #of = new Map<string, Set<MediaFile>>();

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
      this.#of.set(post.name, (this.#of.get(post.name) ?? new Set()).add(known));
    return known;
  };

  /** Puts the files of these posts into the bucket, and gives their rows. */
  async store(bucket: R2Bucket, posts: readonly string[], createdAt: string) {
    const files = new Set(posts.flatMap((post) => [...(this.#of.get(post) ?? [])]));
    const drafts: MediaDraft[] = [];
    for (const { key, name, type, bytes, width, height } of files) {
      await bucket.put(key, bytes, { httpMetadata: { contentType: type } });
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
