import { Isolate } from "../../../worker/cache/isolate.ts";
import { SITE_MS } from "../../../worker/cache/kv.ts";
import { type Climbed, climb, type Rendered } from "../../../worker/cache/ladder.ts";
import { toCachedPage, toMetadata } from "../../../worker/cache/metadata.ts";
import { parseSiteEntry, SITE_KEY } from "../../../worker/cache/site-entry.ts";
import { pageTags } from "../../../worker/cache/tags.ts";
import { within } from "../../../worker/cache/waiting.ts";
import { runCron } from "../../../worker/jobs/cron.ts";
import type { RefreshMessage } from "../../../worker/jobs/messages.ts";
import { refresh } from "../../../worker/jobs/refresh.ts";
import type { ConsumerMemory, RefreshPorts } from "../../../worker/jobs/refresh-ports.ts";
import { type Database, pageOf, sidebarOf } from "./blog.ts";
import { randomOf, VirtualClock } from "./clock.ts";
import { ModelD1 } from "./d1.ts";
import { ModelKv } from "./kv.ts";
import { ModelQueue } from "./queue.ts";

const nameOf = (message: RefreshMessage): string =>
  message.kind === "change" ? `change ${message.seq}` : message.kind;

export type Random = () => number;

const ORIGIN = "https://blog.test";
export const PLACES = 3;
const ISOLATES = 3;

/** The whole blog as Cloudflare runs it: isolates in three places, KV, D1, the queue and cron, on one virtual clock. */
export class World {
  readonly clock = new VirtualClock();
  readonly random: Random;
  readonly kv: ModelKv;
  readonly d1: ModelD1;
  readonly queue: ModelQueue;
  build = "a";
  /** Of each place. A release replaces them one after the other. */
  readonly isolates: { isolate: Isolate; build: string }[][];
  memory: ConsumerMemory = { site: null, pages: new Map() };
  /** Probability that a page's put takes effect only later. */
  latePuts = 0;
  /** What was removed, as a pattern, and when. */
  readonly removed = new Map<string, number>();
  /** What happened and when, for whoever must understand it. */
  readonly log: string[] = [];
  readonly broken: string[] = [];
  restoredAt = Number.NEGATIVE_INFINITY;
  /** From when to when D1 was down, and KV refused writes. */
  readonly downs: [number, number][] = [];
  readonly refusals: [number, number][] = [];
  #generations = 0;
  #newest: { seq: number; at: string } | null = null;
  readonly #start = this.clock.now();

  constructor(seed: number) {
    this.random = randomOf(seed);
    this.kv = new ModelKv(this.clock, this.random);
    this.d1 = new ModelD1(this.clock, this.random, PLACES);
    this.queue = new ModelQueue(this.clock, this.random, (messages) =>
      refresh(messages, this.#refreshPorts()).then(
        () => this.note(`refreshed by ${messages.map(nameOf)}`),
        (error) => {
          this.note(`refresh failed: ${error}`);
          throw error;
        },
      ),
    );
    this.isolates = Array.from({ length: PLACES }, () =>
      Array.from({ length: ISOLATES }, () => ({ isolate: new Isolate(), build: this.build })),
    );
  }

  note(what: string): void {
    this.log.push(`${((this.clock.now() - this.#start) / 1_000).toFixed(1)} ${what}`);
  }

  /**
   * Whether nothing is promised of something removed then: D1 failed before the site entry could say it, and KV refused
   * the writes or the message was lost.
   */
  excused(removed: number): boolean {
    const touches = ([from, to]: [number, number]) => to > removed && from < removed + 180_000;
    const untold = this.refusals.some(touches) || Math.abs(this.queue.troubled - removed) < 180_000;
    return untold && this.downs.some(touches);
  }

  /** A reader asks in some isolate of a place. */
  async visit(place: number, path: string): Promise<Climbed<null>> {
    const some = Math.floor(this.random() * ISOLATES);
    const { isolate, build } = (this.isolates[place] as World["isolates"][number])[some] as {
      isolate: Isolate;
      build: string;
    };
    const climbed = await climb<null>(
      ORIGIN + path,
      {
        ...{ now: this.clock.now, after: this.clock.after, build, siteMs: SITE_MS },
        kv: {
          findJson: async (key) =>
            JSON.parse(String((await this.kv.read(place, key))?.value ?? "null")),
          findBytes: async (key) => {
            const found = await this.kv.read(place, key);
            return { value: (found?.value as ArrayBuffer) ?? null, metadata: found?.metadata };
          },
        },
        render: async (from) => this.#render(await this.d1.read(from, place), path, build),
        countText: (count) => `=${count},`,
        admit: () => this.queue.send({ kind: "admit", origin: ORIGIN, path }),
      },
      isolate,
    );
    // A last good copy may be of another build, and an isolate keeps it for a moment.
    const answered = this.clock.now() - this.d1.downUntil > 20_000;
    if ("page" in climbed && answered && climbed.page.csp !== build)
      this.broken.push(`A page of build ${climbed.page.csp} was served as one of ${build}`);
    return climbed;
  }

  /** Each minute. A database that does not answer ends it. */
  async cron(): Promise<void> {
    const ports = {
      build: this.build,
      within: <T>(milliseconds: number, work: Promise<T>) => within(this.clock, milliseconds, work),
      publishDue: () => this.d1.trip(),
      findPulse: async () => {
        const { changes, record } = await this.d1.read("primary", 0);
        return { seq: changes.at(-1)?.seq ?? 0, record };
      },
      deleteOld: () => this.d1.trip(),
      findSite: () => this.#findSite(),
      send: async (messages: readonly Parameters<ModelQueue["send"]>[0][]) => {
        for (const message of messages) this.queue.send(message);
      },
    };
    await runCron(ports, new Date(this.clock.now())).catch(() => {});
  }

  async #findSite() {
    return parseSiteEntry(JSON.parse(String((await this.kv.read(0, SITE_KEY))?.value ?? "null")));
  }

  #render({ blog, changes, record }: Database, path: string, build: string): Rendered<null> {
    const seq = changes.at(-1)?.seq ?? 0;
    const page = pageOf(path, blog);
    if (!page) return { other: null, seq };
    const body = new TextEncoder().encode(`${page.body}|${page.counts.join("")}|`);
    const first = page.body.length + 1;
    const counts = page.counts.map((postId, at) => {
      const count = blog.posts[postId]?.comments.length ?? 0;
      return { kind: "count" as const, at: first + at + 1, postId, count };
    });
    const slots = [...counts, { kind: "sidebar" as const, at: body.length }];
    const sidebar = { html: sidebarOf(blog), etag: "s", lang: "en" as const };
    const common = {
      build,
      generation: record?.generation ?? "",
      seq,
      etag: "e",
      csp: build,
      type: "",
    };
    const times = { renderedAt: this.clock.now(), modified: null, tags: pageTags(page.tags) };
    return { page: { ...common, ...times, slots, body, sidebar } };
  }

  #refreshPorts(): RefreshPorts {
    const { d1, clock } = this;
    const record = (change: (database: Database) => Database) =>
      d1.trip().then(() => d1.write(change));
    return {
      ...{ memory: this.memory, build: this.build, origin: ORIGIN, now: clock.now },
      kv: this.#consumerKv(),
      source: {
        findState: (question) => d1.findState(question),
        listPublicPaths: async (ids) => {
          const { blog } = await d1.read("primary", 0);
          return ids.filter((id) => blog.posts[id]).map((id) => `/p/${id}/`);
        },
        takeWrite: () => d1.trip().then(() => 100),
        returnWrite: () => d1.trip(),
        updateGeneration: (generation) =>
          record((database) => ({
            ...database,
            record: { put_seq: -1, put_build: "", put_at: "", ...database.record, generation },
          })),
        recordPut: ({ seq, build, at }) =>
          record((database) => ({
            ...database,
            record: {
              generation: "",
              ...database.record,
              put_seq: seq,
              put_build: build,
              put_at: at,
            },
            outbox: database.outbox.filter((change) => change.seq > seq),
          })),
      },
      render: async (_origin, path) => this.#render(await d1.read("primary", 0), path, this.build),
      fragment: async (json) => ({
        html: sidebarOf(JSON.parse(json ?? "")),
        etag: "s",
        lang: "en",
      }),
      within: (milliseconds, work) => within(clock, milliseconds, work),
      newGeneration: () => `g${this.#generations++}`,
      later: async (message) => this.queue.send(message),
    };
  }

  #consumerKv(): RefreshPorts["kv"] {
    return {
      findSite: () => this.#findSite(),
      findPage: async (key) => {
        const found = await this.kv.read(0, key);
        return toCachedPage((found?.value as ArrayBuffer) ?? null, found?.metadata);
      },
      findNewest: async () => this.#newest,
      putSite: async (site) => {
        this.#newest = { seq: site.seq, at: site.at };
        await this.kv.put(SITE_KEY, { value: JSON.stringify(site), metadata: null });
        this.note(`site entry ${site.seq}${site.partial ? " partial" : ""} put`);
      },
      putPage: (key, page) => {
        const late = this.random() < this.latePuts ? this.random() * 90_000 : 0;
        const value = page.body.slice().buffer;
        return this.kv.put(key, { value, metadata: toMetadata(page) }, late);
      },
    };
  }
}
