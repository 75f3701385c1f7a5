import { type BlogState, PATHS, pageOf, sidebarOf } from "./blog.ts";
import { PLACES, type World } from "./world.ts";

const SECOND = 1_000;
/** What the edge cache adds when it is on: kept 25 s, and 10 s more while it is asked anew. */
const EDGE_MS = 25 * SECOND;
const EDGE_STALE_MS = 10 * SECOND;
/** Milliseconds of the promises: usually; after a lost or late message; where KV refuses writes. */
const BOUND_MS = 120 * SECOND;
const LOST_MS = 180 * SECOND;
const REFUSED_MS = 20 * 60 * SECOND;

interface Kept {
  readonly text: string | null;
  readonly at: number;
}

/** Readers everywhere, who look at each answer whether it breaks a promise. */
export class Observer {
  readonly #world: World;
  readonly #edge: boolean;
  readonly #kept = new Map<string, Kept>();
  readonly broken: string[];
  log: readonly string[] = [];
  readonly seen = { answers: 0, hot: 0, kv: 0, render: 0, stale: 0, none: 0, failed: 0 };

  constructor(world: World, edge: boolean) {
    this.#world = world;
    this.#edge = edge;
    this.broken = world.broken;
  }

  /** One reader, somewhere, asks for something and looks at it. */
  async look(
    place = Math.floor(this.#world.random() * PLACES),
    path = PATHS[Math.floor(this.#world.random() * PATHS.length)] as string,
  ): Promise<void> {
    const text = await this.#ask(place, path);
    this.seen.answers++;
    if (text === undefined) return;
    for (const complaint of this.complaints(path, text))
      this.broken.push(`${path} in ${place} at ${this.#world.clock.now() - START}: ${complaint}`);
  }

  /** Undefined: an apology. Null: no such page. */
  async #ask(place: number, path: string): Promise<string | null | undefined> {
    const key = `${place}${path}`;
    const kept = this.#edge ? this.#kept.get(key) : undefined;
    const age = kept ? this.#world.clock.now() - kept.at : Number.POSITIVE_INFINITY;
    if (kept && age <= EDGE_MS) return kept.text;
    const asking = this.#fetch(place, path, key);
    if (kept && age <= EDGE_MS + EDGE_STALE_MS) return kept.text;
    return asking;
  }

  async #fetch(place: number, path: string, key: string): Promise<string | null | undefined> {
    try {
      const climbed = await this.#world.visit(place, path);
      this.seen[climbed.source]++;
      const text = "page" in climbed ? new TextDecoder().decode(climbed.page.body) : null;
      // An error page is not kept by the edge.
      if (this.#edge && text !== null) this.#kept.set(key, { text, at: this.#world.clock.now() });
      return text;
    } catch {
      this.seen.failed++;
      return undefined;
    }
  }

  /** What is wrong with this answer at this moment. */
  complaints(path: string, text: string | null): string[] {
    const found = [...this.#shownThoughGone(text)];
    const { d1, clock } = this.#world;
    // Only while D1 answers, and has for a while, is anything promised of how new a page is.
    if (clock.now() - d1.downUntil < LOST_MS) return found;
    const [body = null, counts = null, sidebar = null] = text?.split("|") ?? [];
    found.push(...this.#tooOld(`body ${body}`, body, ({ body }) => body, path));
    if (text === null) return found;
    found.push(
      ...this.#tooOld(`counts ${counts}`, counts, ({ counts: all }) => all, path),
      ...this.#tooOld(`sidebar ${sidebar}`, sidebar, ({ sidebar: all }) => all, path),
    );
    return found;
  }

  #tooOld(name: string, shown: string | null, part: (facts: Facts) => string | null, path: string) {
    const { d1, clock } = this.#world;
    const { history } = d1;
    let until = clock.now();
    for (let at = history.length - 1; at >= 0; at--) {
      const moment = history[at] as (typeof history)[number];
      if (part(factsOf(path, moment.database.blog)) === shown) {
        const age = clock.now() - until;
        return age > this.#bound() ? [`${name} is ${age / SECOND} s old`] : [];
      }
      until = moment.at;
    }
    return [`${name} was never true`];
  }

  #bound(): number {
    const { kv, queue, clock } = this.#world;
    const lately = (time: number, bound: number) => clock.now() - time < bound;
    if (lately(kv.refusesUntil, REFUSED_MS)) return REFUSED_MS;
    if (lately(Math.max(queue.troubled, this.#world.restoredAt), LOST_MS + 60 * SECOND))
      return LOST_MS;
    return BOUND_MS;
  }

  /** Comments and posts that were removed longer ago than any bound, D1 or not. */
  *#shownThoughGone(text: string | null): Generator<string> {
    for (const [name, removed] of this.#world.removed) {
      const age = this.#world.clock.now() - removed;
      if (age <= this.#bound() || this.#world.excused(removed)) continue;
      if (text && new RegExp(`\\b${name}\\b`).test(text))
        yield `${name} was removed ${age / SECOND} s ago`;
    }
  }
}

/** What a page would say at some moment. The sidebar is there whether the page is or not. */
interface Facts {
  readonly body: string | null;
  readonly counts: string | null;
  readonly sidebar: string;
}

function factsOf(path: string, blog: BlogState): Facts {
  const page = pageOf(path, blog);
  const counts = page?.counts.map((id) => `${id}=${blog.posts[id]?.comments.length},`).join("");
  return { body: page?.body ?? null, counts: counts ?? null, sidebar: sidebarOf(blog) };
}

const START = Date.parse("2026-03-01T12:00:00Z");
