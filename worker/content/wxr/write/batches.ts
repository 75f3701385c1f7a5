import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";

/** Statements and characters of one batch: D1 gives a batch 30 seconds, and a request 100 MB. */
const MAX_STATEMENTS = 200;
const MAX_CHARS = 400_000;

type Done = (changes: readonly number[]) => void;

/** A group of statements that was not written yet. */
interface Waiting {
  readonly count: number;
  readonly done: Done;
}

/** Gathers statements and writes them together; each group learns how many rows each of its statements changed. */
export class Batches {
  readonly #db: D1Database;
  #statements: D1PreparedStatement[] = [];
  #waiting: Waiting[] = [];
  #chars = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** A group is never parted. */
  async add(group: readonly D1PreparedStatement[], chars: number, done: Done): Promise<void> {
    const full = this.#statements.length + group.length > MAX_STATEMENTS;
    if (full || this.#chars + chars > MAX_CHARS) await this.flush();
    this.#statements.push(...group);
    this.#waiting.push({ count: group.length, done });
    this.#chars += chars;
  }

  /** Waits until everything is written. */
  async settle(): Promise<void> {
    await this.flush();
    await this.#writing;
  }

  /** Sends what was gathered, and goes on while it is written; one batch is under way at a time. */
  async flush(): Promise<void> {
    const statements = this.#statements;
    const waiting = this.#waiting;
    this.#statements = [];
    this.#waiting = [];
    this.#chars = 0;
    await this.#writing;
    if (statements.length === 0) return;
    this.#writing = this.#write(statements, waiting);
    // Whoever waits next hears of a failure; until then it is nobody's.
    this.#writing.catch(() => {});
  }

  async #write(statements: D1PreparedStatement[], waiting: readonly Waiting[]): Promise<void> {
    const changes = (await this.#db.batch(statements)).map(({ meta }) => meta.changes);
    let at = 0;
    for (const { count, done } of waiting) {
      done(changes.slice(at, at + count));
      at += count;
    }
  }
}
