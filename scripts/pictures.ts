import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { R2Bucket } from "@cloudflare/workers-types";
import { imageSize } from "image-size";
import type { FindPicture, Picture } from "../worker/content/files/render.ts";
import { fitsName, mediaTypeOf } from "../worker/content/media-type.ts";
import type { MediaDraft } from "../worker/db/write/media.ts";

/** Bytes. What a Worker can take in one request. */
const MAX_FILE_BYTES = 100_000_000;

interface StoredFile extends Picture {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The files beside posts, read once each, and stored when their posts are. */
export class Pictures {
  readonly #root: string;
  readonly #examined = new Map<string, StoredFile | string>();
  readonly #of = new Map<string, Set<StoredFile>>();

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

/** Bytes decide what a file is; its name is only shown. */
function examine(file: string, path: string): StoredFile | string {
  const info = statSync(file, { throwIfNoEntry: false });
  if (!info?.isFile()) return `There is no file ${path}.`;
  if (info.size > MAX_FILE_BYTES) return `The file ${path} is larger than 100 MB.`;
  const bytes = readFileSync(file);
  const type = mediaTypeOf(bytes);
  if (!type) return `The file ${path} is of a type that is not stored.`;
  if (!fitsName(type, path)) return `The file ${path} is not what its name says.`;
  const key = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  const name = cleanName(path, type.extension);
  const size = type.type.startsWith("image/") ? sizeOf(bytes) : { width: null, height: null };
  const address = `/media/${key}/${encodeURIComponent(name)}`;
  return { key, name, type: type.type, bytes, path: address, ...size };
}

function sizeOf(bytes: Uint8Array): { width: number | null; height: number | null } {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // A camera's upright pictures lie on their side in the file.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return { width: null, height: null };
  }
}

/** Letters and digits of the old name, and the ending that the bytes deserve. */
function cleanName(path: string, extension: string): string {
  const stem = basename(path)
    .replace(/\.\w+$/, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}_]+/gu, "-")
    .slice(0, 80)
    .toWellFormed()
    .replace(/^-+|-+$/g, "");
  return `${stem || "file"}.${extension}`;
}
