import { Isolate } from "../../../worker/cache/isolate.ts";
import { SITE_MS } from "../../../worker/cache/kv.ts";
import { type Climbed, climb } from "../../../worker/cache/ladder.ts";
import { parseSiteEntry, SITE_KEY } from "../../../worker/cache/site-entry.ts";
import { within } from "../../../worker/cache/waiting.ts";
import { runCron } from "../../../worker/jobs/cron.ts";
import type { RefreshMessage } from "../../../worker/jobs/messages.ts";
import { refresh } from "../../../worker/jobs/refresh.ts";
import type { ConsumerMemory } from "../../../worker/jobs/refresh-ports.ts";
import { ORIGIN } from "./blog.ts";
import { randomOf, VirtualClock } from "./clock.ts";
import { refreshPorts } from "./consumer.ts";
import { ModelD1 } from "./d1.ts";
import { ModelKv } from "./kv.ts";
import { ModelQueue } from "./queue.ts";
import { render } from "./render.ts";

const nameOf = (message: RefreshMessage): string =>
  message.kind === "change" ? `change ${message.seq}` : message.kind;

export type Random = () => number;

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
  generations = 0;
  /** The newest change that was put: what R2 remembers. */
  newest: { seq: number; at: string } | null = null;
  readonly #start = this.clock.now();

  constructor(seed: number) {
    this.random = randomOf(seed);
    this.kv = new ModelKv(this.clock, this.random);
    this.d1 = new ModelD1(this.clock, this.random, PLACES);
    this.queue = new ModelQueue(this.clock, this.random, (messages) =>
      refresh(messages, refreshPorts(this)).then(
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
        render: async (from) =>
          render(await this.d1.read(from, place), path, { build, now: this.clock.now() }),
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
      beat: async () => {},
      publishDue: () => this.d1.trip(),
      findPulse: async () => {
        const { changes, record } = await this.d1.read("primary", 0);
        return { seq: changes.at(-1)?.seq ?? 0, record };
      },
      deleteOld: () => this.d1.trip(),
      ...{ followClock: nothing, sendMails: nothing, forgetOld: nothing, applyErasures: nothing },
      sweepMedia: nothing,
      findSite: () => this.findSite(),
      send: async (messages: readonly Parameters<ModelQueue["send"]>[0][]) => {
        for (const message of messages) this.queue.send(message);
      },
    };
    await runCron(ports, new Date(this.clock.now())).catch(() => {});
  }

  async findSite() {
    return parseSiteEntry(JSON.parse(String((await this.kv.read(0, SITE_KEY))?.value ?? "null")));
  }
}

/** What has nothing to do with caches. */
const nothing = async () => {};
