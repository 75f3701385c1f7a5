import type { CacheQuestion, CacheState } from "../../../worker/db/read/caches.ts";
import type { BlogState, Database, ModelChange } from "./blog.ts";
import { newBlog, POSTS } from "./blog.ts";
import type { VirtualClock } from "./clock.ts";
import type { Random } from "./world.ts";

/** D1: a primary, replicas that lag, outages, and restores to an older point. */
export class ModelD1 {
  readonly #clock: VirtualClock;
  readonly #random: Random;
  /** What the primary was, newest last. */
  readonly history: { readonly at: number; readonly database: Database }[];
  downUntil = Number.NEGATIVE_INFINITY;
  hangs = false;
  /** Milliseconds, by data centre. */
  readonly lags: number[];

  constructor(clock: VirtualClock, random: Random, places: number) {
    this.#clock = clock;
    this.#random = random;
    const database: Database = { blog: newBlog(), changes: [], record: null, outbox: [] };
    this.history = [{ at: clock.now(), database }];
    this.lags = Array.from({ length: places }, () => random() * 30_000);
  }

  get primary(): Database {
    return (this.history.at(-1) as { database: Database }).database;
  }

  /** Milliseconds. */
  get lastWrite(): number {
    return this.history.at(-1)?.at ?? 0;
  }

  write(change: (database: Database) => Database): void {
    this.history.push({ at: this.#clock.now(), database: change(this.primary) });
  }

  /** As some place sees it after a round trip: the primary, or a replica that is behind. */
  async read(from: "replica" | "primary", place: number): Promise<Database> {
    await this.trip();
    if (from === "primary") return this.primary;
    const then = this.#clock.now() - (this.lags[place] ?? 0);
    const seen = this.history.filter(({ at }) => at <= then).at(-1) ?? this.history[0];
    return (seen as { database: Database }).database;
  }

  async trip(): Promise<void> {
    const down = this.#clock.now() < this.downUntil;
    if (down && this.hangs) await new Promise(() => {});
    await this.#clock.wait(5 + this.#random() * 60);
    if (down || this.#clock.now() < this.downUntil)
      throw new Error("D1_ERROR: Network connection lost.");
  }

  /** One transaction: the rows, the change and the outbox row. */
  commit(
    blog: (blog: BlogState) => BlogState,
    tags: readonly string[],
    gone: boolean,
  ): ModelChange {
    const at = `${new Date(this.#clock.now()).toISOString().slice(0, 19)}Z`;
    const seq = (this.primary.changes.at(-1)?.seq ?? 0) + 1;
    const change = { seq, tags, gone, at };
    this.write((database) => ({
      ...database,
      blog: blog(database.blog),
      changes: [...database.changes, change],
      outbox: [...database.outbox, change],
    }));
    return change;
  }

  /** What the consumer's question gives, without SQL. */
  async findState({ since, old }: CacheQuestion): Promise<CacheState> {
    const { blog, changes, record } = await this.read("primary", 0);
    const newest = changes.at(-1);
    const counted = POSTS.flatMap((id) => {
      const post = blog.posts[id];
      return post ? [[String(id), post.comments.length] as const] : [];
    });
    return {
      ...{ seq: newest?.seq ?? 0, at: newest?.at ?? "", record, admitted: 0 },
      figures: 0,
      knowsOld:
        !old || old.seq === 0 || changes.some(({ seq, at }) => seq === old.seq && at === old.at),
      tags: newestTags(changes.filter(({ at }) => at >= since.tags)),
      gone: newestTags(changes.filter(({ at, gone }) => gone && at >= since.gone)),
      counts: Object.fromEntries(counted),
      site: JSON.stringify(blog),
    };
  }
}

function newestTags(changes: readonly ModelChange[]): { tag: string; seq: number }[] {
  const seqs = new Map<string, number>();
  for (const { tags, seq } of changes) for (const tag of tags) seqs.set(tag, seq);
  return [...seqs].map(([tag, seq]) => ({ tag, seq })).sort((a, b) => b.seq - a.seq);
}
