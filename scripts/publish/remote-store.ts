import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Step } from "../../worker/content/files/plan.ts";
import type { PostStore } from "../../worker/content/files/store.ts";
import type { KnownBlog, SentFile, SentPosts } from "../../worker/content/files/wire.ts";
import type { Writing } from "../../worker/content/files/write.ts";
import type { KnownPost, PostNames } from "../../worker/db/write/files.ts";
import { BlogError } from "../../worker/errors.ts";
import type { Pictures } from "../pictures.ts";
import type { Blog } from "./from-disk.ts";
import { packSteps } from "./pack.ts";
import type { RemoteBlog } from "./remote.ts";

/** Names in one question; the answer holds the texts of their posts. */
const NAMES = 50;

/** Some requests were taken before one was not. */
export class HalfWritten extends BlogError {}

export interface RemoteDesk {
  readonly remote: RemoteBlog;
  readonly root: string;
  readonly force: boolean;
  /** Hears how far it is. */
  readonly say: (words: string) => void;
}

/** For `publishInto`. */
export const blogBehind = (desk: RemoteDesk): Blog => ({
  store: (pictures) => new RemoteStore(desk, pictures),
  keep: (file) => desk.remote.keep(file),
});

/**
 * A blog behind HTTP. What is to be written is decided here, for all files at once; the blog decides again for those it
 * gets, and renders them.
 */
class RemoteStore implements PostStore {
  readonly #desk: RemoteDesk;
  readonly #pictures: Pictures;
  #known: Promise<KnownBlog> | undefined;

  constructor(desk: RemoteDesk, pictures: Pictures) {
    this.#desk = desk;
    this.#pictures = pictures;
  }

  findDefaults = async () => (await this.#find()).defaults;
  listPublished = async () => [...(await this.#find()).files];

  #find(): Promise<KnownBlog> {
    this.#known ??= this.#desk.remote.ask<KnownBlog>("GET", "/api/files");
    return this.#known;
  }

  async listKnown(names: PostNames): Promise<KnownPost[]> {
    const found = new Map<number, KnownPost>();
    const longest = Math.max(...Object.values(names).map(({ length }) => length));
    for (let at = 0; at < longest; at += NAMES) {
      const some = (list: readonly string[]) => list.slice(at, at + NAMES);
      const { files, ids, guids, paths } = names;
      const asked = { files: some(files), ids: some(ids), guids: some(guids), paths: some(paths) };
      const posts = await this.#desk.remote.ask<KnownPost[]>("POST", "/api/files", asked);
      for (const post of posts) found.set(post.postId, post);
    }
    return [...found.values()];
  }

  /** Request by request; posts that are withdrawn come last, when those that were renamed are known by their new names. */
  async write({ steps, withdrawn }: Writing): Promise<void> {
    const requests = packSteps(steps).map((some) => this.#toSend(some));
    const gone = withdrawn.flatMap(({ file }) => file ?? []);
    for (let at = 0; at < gone.length; at += NAMES)
      requests.push(this.#request({ gone: gone.slice(at, at + NAMES) }));
    const sizeOf = ({ files, gone }: SentPosts) => files.length + gone.length;
    const all = requests.reduce((sum, request) => sum + sizeOf(request), 0);
    let written = 0;
    for (const request of requests) {
      await this.#desk.remote.ask("POST", "/api/publish", request).catch((error) => {
        throw withCount(error, written, all);
      });
      written += sizeOf(request);
      if (requests.length > 1) this.#desk.say(`${written} of ${all} written`);
    }
  }

  #toSend(steps: readonly Step[]): SentPosts {
    const old = steps.flatMap(({ known }) => known?.file ?? []);
    const missing = old.filter((name) => !existsSync(resolve(this.#desk.root, name)));
    return this.#request({ files: steps.map((step) => this.#toFile(step)), missing });
  }

  #request(some: Partial<SentPosts>): SentPosts {
    return { files: [], missing: [], gone: [], force: this.#desk.force, ...some };
  }

  #toFile({ draft }: Step): SentFile {
    const pictures = [...this.#pictures.of(draft.file.name)].map(([path, file]) => {
      const { key, name, width, height } = file;
      return [path, { key, name, width, height }] as const;
    });
    return { ...draft.file, pictures: Object.fromEntries(pictures) };
  }
}

/** What was taken stays; a request without an answer may have been taken, too. */
function withCount(error: unknown, written: number, all: number): unknown {
  if (!(error instanceof BlogError)) return error;
  const unsure = error.code === "unavailable";
  if (written === 0 && !unsure) return error;
  const count = `${written} of ${all} ${unsure ? "or a few more " : ""}were written`;
  const sentence = `${error.message}\n\n${count}. Publish again for the rest.`;
  return new HalfWritten(error.code, sentence);
}
