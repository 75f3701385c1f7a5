import type { Draft, SaveProblem, SaveReport } from "../../src/admin/editor/saving/ports.ts";
import { Saver } from "../../src/admin/editor/saving/saver.ts";
import type { Base, PostFields } from "../../src/admin-api/posts.ts";

const FIELDS: PostFields = {
  ...{ title: "Garten", markdown: "", slug: "garten", summary: "", lang: "de", tags: [] },
  ...{ categories: [], cover: null, canonical: null, comments: "open", sticky: false, author: "a" },
};
export const saying = (markdown: string): PostFields => ({ ...FIELDS, markdown });

/** A blog, a browser and a clock that stands still until it is told. */
export class World {
  time = 0;
  timers: { at: number; run: () => void }[] = [];
  drafts = new Map<string, Draft>();
  reports: SaveReport[] = [];
  revisions: PostFields[] = [saying("")];
  /** Requests on their way, oldest first. */
  waiting: {
    answer: () => void;
    lose: () => void;
    fail: (problem: Partial<SaveProblem>) => void;
  }[] = [];
  mostAtOnce = 0;

  readonly store = {
    keep: async (draft: Draft) => void this.drafts.set(draft.key, draft),
    drop: async (key: string) => void this.drafts.delete(key),
    list: async (prefix: string) =>
      [...this.drafts.values()].filter(({ key }) => key.startsWith(prefix)),
  };

  open(name: string): Saver {
    const ports = {
      save: (base: Base, fields: PostFields) => this.send(base, fields),
      drafts: this.store,
      now: () => this.time,
      later: (wait: number, run: () => void) => {
        const timer = { at: this.time + wait, run };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((other) => other !== timer);
        };
      },
      tell: (report: SaveReport) => void this.reports.push(report),
    };
    return new Saver(ports, `a/1/${name}`, { base: this.base, fields: this.text });
  }

  get base(): Base {
    return { version: 1, revision: this.revisions.length };
  }

  get text(): PostFields {
    return this.revisions.at(-1) as PostFields;
  }

  get state(): string | undefined {
    return this.reports.at(-1)?.state;
  }

  /** Somebody else, or the blog itself. */
  write(base: Base, fields: PostFields) {
    if (base.revision !== this.revisions.length) {
      const current = { base: this.base, fields: this.text, author: "b", savedAt: "2026-01-01" };
      throw { status: 409, sentence: "", current } satisfies SaveProblem;
    }
    this.revisions.push(fields);
    return { base: this.base, savedAt: "2026-01-01T00:00:00Z" };
  }

  send(base: Base, fields: PostFields): Promise<{ base: Base; savedAt: string }> {
    return new Promise((resolve, reject) => {
      const done = (run: () => void) => {
        this.waiting.shift();
        run();
      };
      const write = (then: (saved: { base: Base; savedAt: string }) => void) => {
        try {
          then(this.write(base, fields));
        } catch (problem) {
          reject(problem);
        }
      };
      this.waiting.push({
        answer: () => done(() => write(resolve)),
        lose: () => done(() => write(() => reject({ status: 0, sentence: "" }))),
        fail: (problem) => done(() => reject({ status: 0, sentence: "", ...problem })),
      });
      this.mostAtOnce = Math.max(this.mostAtOnce, this.waiting.length);
    });
  }

  async pass(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    const due = this.timers.filter(({ at }) => at <= this.time);
    this.timers = this.timers.filter((timer) => !due.includes(timer));
    for (const { run } of due) run();
    await this.settle();
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 12; turn++) await Promise.resolve();
  }

  async answer(): Promise<void> {
    this.waiting[0]?.answer();
    await this.settle();
  }

  async fail(problem: Partial<SaveProblem>): Promise<void> {
    this.waiting[0]?.fail(problem);
    await this.settle();
  }
}
