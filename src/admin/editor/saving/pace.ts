import type { Ports } from "./ports.ts";

/** Milliseconds after the last change, and at latest after the first. */
const QUIET = 2_000;
const LATEST = 15_000;
/** Milliseconds before trying again; the last one from then on. */
const AGAIN = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000] as const;

/** When the next save is due. */
export class Pace {
  readonly #ports: Pick<Ports, "now" | "later">;
  readonly #run: () => void;
  #changedSince: number | null = null;
  #failures = 0;
  #stop: () => void = () => {};

  constructor(ports: Pick<Ports, "now" | "later">, run: () => void) {
    this.#ports = ports;
    this.#run = run;
  }

  changed(): void {
    this.#changedSince ??= this.#ports.now();
  }

  arrived(): void {
    this.#changedSince = null;
    this.#failures = 0;
  }

  failed(): void {
    this.#failures++;
  }

  /** Waits until nothing was typed for a while, but not for ever. */
  waitForQuiet(): void {
    const now = this.#ports.now();
    this.#after(Math.min(QUIET, (this.#changedSince ?? now) + LATEST - now));
  }

  /** Waits longer after each failure. */
  waitToRetry(): void {
    this.#after(AGAIN[Math.min(this.#failures, AGAIN.length) - 1] ?? AGAIN[0]);
  }

  stop(): void {
    this.#stop();
  }

  #after(milliseconds: number): void {
    this.#stop();
    this.#stop = this.#ports.later(Math.max(0, milliseconds), this.#run);
  }
}
