import type { VirtualClock } from "./clock.ts";
import type { Random } from "./world.ts";

interface Value {
  readonly value: ArrayBuffer | string;
  readonly metadata: unknown;
}

/** KV as its documentation says at its worst: what a data centre has read, a miss too, it sees for another 60 seconds. */
export class ModelKv {
  readonly #clock: VirtualClock;
  readonly #random: Random;
  readonly #stored = new Map<string, Value>();
  readonly #seen = new Map<string, { readonly value: Value | null; readonly until: number }>();
  /** Until then every put is refused, as beyond the day's quota. */
  refusesUntil = Number.NEGATIVE_INFINITY;
  /** Until then every read fails, or hangs. */
  failsUntil = Number.NEGATIVE_INFINITY;
  hangs = false;
  puts = 0;

  constructor(clock: VirtualClock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  async read(place: number, key: string): Promise<Value | null> {
    const failing = this.#clock.now() < this.failsUntil;
    if (failing && this.hangs) await new Promise(() => {});
    await this.#clock.wait(1 + this.#random() * 20);
    if (failing) throw new Error("KV GET failed: 500 Internal Server Error");
    const at = `${place}:${key}`;
    const seen = this.#seen.get(at);
    if (seen && this.#clock.now() < seen.until) return seen.value;
    const value = this.#stored.get(key) ?? null;
    this.#seen.set(at, { value, until: this.#clock.now() + 60_000 });
    return value;
  }

  /** `late`: milliseconds after which an acknowledged put takes effect. */
  async put(key: string, value: Value, late = 0): Promise<void> {
    await this.#clock.wait(5 + this.#random() * 50);
    if (this.#clock.now() < this.refusesUntil)
      throw new Error("KV PUT failed: 429 Too Many Requests");
    this.puts++;
    if (late > 0) void this.#clock.wait(late).then(() => this.#stored.set(key, value));
    else this.#stored.set(key, value);
  }
}
