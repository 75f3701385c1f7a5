import type { D1Database } from "@cloudflare/workers-types";
import type { Path } from "../../../src/model.ts";
import { findPathsByGuid, findTakenPaths, moveDemoAside } from "../../db/imported.ts";
import { isReservedPath } from "../paths.ts";
import { slugify } from "../slug.ts";
import { bareHost, type OldBlog } from "./blog.ts";
import { parseTime } from "./dates.ts";
import { decodeSlug } from "./names.ts";
import type { Candidate } from "./survey.ts";

/** A post that could not keep its address. */
export interface Moved {
  readonly title: string;
  readonly wanted: Path;
  readonly path: Path;
}

/** Characters, percent-encoded: a little less than the longest path that is answered. */
const MAX_PATH_CHARS = 900;
const CHUNK = 1_000;

/** Where each post of an import is stored, and how old addresses are understood. */
export class Addresses {
  readonly paths = new Map<string, Path>();
  readonly moved: Moved[] = [];
  /** Guids that were there before this import. */
  readonly known = new Set<string>();
  readonly #db: D1Database;
  readonly #blog: OldBlog;
  readonly #byId = new Map<number, Candidate>();
  readonly #byOldPath = new Map<Path, string>();
  readonly #used = new Set<Path>();
  readonly #counters = new Map<Path, number>();

  constructor(db: D1Database, blog: OldBlog) {
    this.#db = db;
    this.#blog = blog;
  }

  /** Gives every post a path: the one it has here, the one it had there, or a free one. */
  async plan(candidates: readonly Candidate[]): Promise<void> {
    for (const candidate of candidates)
      if (candidate.id && !this.#byId.has(candidate.id)) this.#byId.set(candidate.id, candidate);
    for (const chunk of chunksOf(candidates)) await this.#keepKnown(chunk);
    for (const chunk of chunksOf(candidates)) await this.#settle(chunk);
  }

  /** The parent of a static page, if it comes along. */
  parentOf({ kind, parent }: Pick<Candidate, "kind" | "parent">): Candidate | null {
    const found = kind === "page" && parent ? this.#byId.get(parent) : undefined;
    return found?.kind === "page" ? found : null;
  }

  /** The path of the post that an address of the old blog led to. */
  pathOf(url: URL): Path | null {
    if (!this.#blog.hosts.has(bareHost(url))) return null;
    const id = Number(url.searchParams.get("p") ?? url.searchParams.get("page_id"));
    const old = readPath(url);
    const guid = id
      ? this.#byId.get(id)?.guid
      : (this.#byOldPath.get(old ?? "") ?? this.#byOldPath.get(otherForm(old ?? "")));
    return (guid && this.paths.get(guid)) ?? null;
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
      if (!this.#byOldPath.has(old)) this.#byOldPath.set(old, candidate.guid);
      if (this.known.has(candidate.guid)) continue;
      const free = !taken.has(old) && !this.#used.has(old) && !isReservedPath(old);
      const path = free ? old : await this.#freePath(old);
      if (!free) this.moved.push({ title: candidate.title, wanted: old, path });
      this.#used.add(path);
      this.paths.set(candidate.guid, path);
    }
    await moveDemoAside(this.#db, wanted).run();
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

/** Decoded and composed; null for the front page and for what no post can have. */
function readPath(url: URL): Path | null {
  try {
    const segments = url.pathname.split("/").map(decodeURIComponent);
    const path = segments.join("/").normalize("NFC");
    const odd = /\p{Cc}|\\|\/\//u.test(path) || segments.some((part) => part.includes("/"));
    return odd || path === "/" || encodeURI(path).length > MAX_PATH_CHARS ? null : path;
  } catch {
    return null;
  }
}

const otherForm = (path: Path): Path => (path.endsWith("/") ? path.slice(0, -1) : `${path}/`);

function* chunksOf<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += CHUNK) yield all.slice(at, at + CHUNK);
}
