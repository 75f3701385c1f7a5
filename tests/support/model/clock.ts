import type { Clock } from "../../../worker/cache/waiting.ts";

/** A clock that stands still until somebody waits, and a seed that decides everything else. */
export class VirtualClock implements Clock {
  #now = Date.parse("2026-03-01T12:00:00Z");
  #next = 0;
  readonly #waiting: { readonly at: number; readonly order: number; readonly wake: () => void }[] =
    [];

  readonly now = (): number => this.#now;

  readonly after = (milliseconds: number, call: () => void): (() => void) => {
    let wake = call;
    this.#insert({ at: this.#now + milliseconds, order: this.#next++, wake: () => wake() });
    return () => {
      wake = () => {};
    };
  };

  readonly wait = (milliseconds: number): Promise<void> =>
    new Promise((done) => void this.after(milliseconds, done));

  /** Lets everything happen that happens until then. */
  async runUntil(time: number): Promise<void> {
    await settle();
    for (let next = this.#waiting[0]; next && next.at <= time; next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      await settle();
    }
    this.#now = Math.max(this.#now, time);
  }

  #insert(entry: { at: number; order: number; wake: () => void }): void {
    let place = this.#waiting.length;
    while (place > 0 && (this.#waiting[place - 1]?.at ?? 0) > entry.at) place--;
    this.#waiting.splice(place, 0, entry);
  }
}

/** Everything that follows without waiting has happened when the event loop comes round. */
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Numbers in [0, 1) from a seed: the same seed, the same world. (Mulberry32.) */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
