import type { D1Database } from "@cloudflare/workers-types";
import type { Path } from "../../../src/model.ts";
import { findPathsByGuid, findTakenPaths, moveDemoAside } from "../../db/write/imported.ts";
import { parseTime } from "../clocks.ts";
import { isReservedPath } from "../paths.ts";
import { slugify } from "../slug.ts";
import { bareHost, type OldBlog } from "./read/blog.ts";
import { decodeSlug } from "./read/names.ts";
import { otherForm, readPath } from "./read/old-path.ts";
import type { Candidate } from "./read/survey.ts";

/** A post that could not keep its address. */
export interface Moved {
  readonly title: string;
  readonly wanted: Path;
  readonly path: Path;
}

const CHUNK = 1_000;

/** Where each post of an import is stored, and how old addresses are understood. */
export class Addresses {
  readonly paths = new Map<string, Path>();
  readonly moved: Moved[] = [];
  /** Guids that were there before this import. */
  readonly known = new Set<string>();
  readonly #db: D1Database;
  readonly #blog: OldBlog;
  readonly #pages = new Map<number, Candidate>();
  readonly #pathById = new Map<number, Path>();
  /** Old paths of posts that are stored under another. */
  readonly #movedFrom = new Map<Path, Path>();
  readonly #used = new Set<Path>();
  readonly #counters = new Map<Path, number>();

  constructor(db: D1Database, blog: OldBlog) {
    this.#db = db;
    this.#blog = blog;
  }

  /** Gives every post a path: the one it has here, the one it had there, or a free one. */
  async plan(candidates: readonly Candidate[]): Promise<void> {
    for (const candidate of candidates)
      if (candidate.kind === "page" && candidate.id) this.#pages.set(candidate.id, candidate);
    for (const chunk of chunksOf(candidates)) await this.#keepKnown(chunk);
    for (const chunk of chunksOf(candidates)) await this.#settle(chunk);
  }

  /** The parent of a static page, if it comes along. */
  parentOf({ kind, parent }: Pick<Candidate, "kind" | "parent">): Candidate | null {
    return (kind === "page" && parent ? this.#pages.get(parent) : null) ?? null;
  }

  /** Static pages and the ones above them, by guid. */
  *families(): Generator<{ guid: string; parentGuid: string }> {
    for (const page of this.#pages.values()) {
      const parent = this.parentOf(page);
      if (parent && parent !== page) yield { guid: page.guid, parentGuid: parent.guid };
    }
  }

  /** The path of the post that an address of the old blog led to. */
  pathOf(url: URL): Path | null {
    if (!this.#blog.hosts.has(bareHost(url))) return null;
    const id = Number(url.searchParams.get("p") ?? url.searchParams.get("page_id"));
    if (id) return this.#pathById.get(id) ?? null;
    const old = readPath(url) ?? "";
    for (const form of [old, otherForm(old)]) {
      const path = this.#used.has(form) ? form : this.#movedFrom.get(form);
      if (path) return path;
    }
    return null;
  }

  async #keepKnown(chunk: readonly Candidate[]): Promise<void> {
    const found = await findPathsByGuid(
      this.#db,
      chunk.map(({ guid }) => guid),
    );
    for (const [guid, path] of found) {
      this.known.add(guid);
      this.paths.set(guid, path);
      this.#used.add(path);
    }
  }

  async #settle(chunk: readonly Candidate[]): Promise<void> {
    const wanted = chunk.map((candidate) => this.#wantedPath(candidate));
    const taken = new Set(await findTakenPaths(this.#db, wanted));
    for (const [at, candidate] of chunk.entries()) {
      const old = wanted[at] as Path;
      const path = this.paths.get(candidate.guid) ?? (await this.#choosePath(old, taken));
      if (path !== old && !this.#movedFrom.has(old)) this.#movedFrom.set(old, path);
      if (path !== old && !this.known.has(candidate.guid))
        this.moved.push({ title: candidate.title, wanted: old, path });
      if (candidate.id) this.#pathById.set(candidate.id, path);
      this.#used.add(path);
      this.paths.set(candidate.guid, path);
    }
    await moveDemoAside(this.#db, wanted).run();
  }

  #choosePath(old: Path, taken: ReadonlySet<Path>): Path | Promise<Path> {
    const free = !taken.has(old) && !this.#used.has(old) && !isReservedPath(old);
    return free ? old : this.#freePath(old);
  }

  /** "-2", "-3" … after the last segment of a path that is not to be had. */
  async #freePath(path: Path): Promise<Path> {
    const [, stem = "", end = ""] = /^(.*?)(\/?)$/.exec(path) ?? [];
    for (let count = this.#counters.get(path) ?? 2; ; count++) {
      const candidate = `${stem || "/home"}-${count}${end}`;
      if (this.#used.has(candidate) || isReservedPath(candidate)) continue;
      if ((await findTakenPaths(this.#db, [candidate])).length > 0) continue;
      this.#counters.set(path, count + 1);
      return candidate;
    }
  }

  #wantedPath(candidate: Candidate): Path {
    const url = URL.parse(candidate.link, `${this.#blog.url}/`);
    const own = url && this.#blog.hosts.has(bareHost(url)) && url.search === "";
    return (own && readPath(url)) || this.#madePath(candidate);
  }

  /** For a post that had no address that reads well, such as a draft. */
  #madePath(candidate: Candidate, depth = 0): Path {
    const slug = slugFor(candidate);
    const day = parseTime(candidate.date);
    if (candidate.kind === "post")
      return day ? `/${day.slice(0, 4)}/${day.slice(5, 7)}/${slug}/` : `/${slug}/`;
    const parent = depth < 10 ? this.parentOf(candidate) : null;
    return `${parent ? this.#madePath(parent, depth + 1) : "/"}${slug}/`;
  }
}

/** The slug that a post had, or one out of its title. */
export const slugFor = ({ kind, slug, title, id }: Omit<Candidate, "guid" | "link">): string =>
  decodeSlug(slug) || slugify(title) || `${kind}-${id ?? "untitled"}`;

function* chunksOf<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += CHUNK) yield all.slice(at, at + CHUNK);
}
