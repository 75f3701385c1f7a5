import type { RefreshMessage } from "../../../worker/jobs/messages.ts";
import type { VirtualClock } from "./clock.ts";
import type { Random } from "./world.ts";

/** How the queue misbehaves; milliseconds and probabilities. */
export interface QueueFaults {
  lost: number;
  repeated: number;
  late: number;
  longest: number;
}

/** A queue that gathers for five seconds, hands over in any order, and has one consumer at a time. */
export class ModelQueue {
  readonly #clock: VirtualClock;
  readonly #random: Random;
  readonly #consume: (messages: readonly RefreshMessage[]) => Promise<void>;
  readonly faults: QueueFaults = { lost: 0, repeated: 0, late: 0, longest: 60_000 };
  #gathered: RefreshMessage[] = [];
  #turn: Promise<void> = Promise.resolve();
  /** When the last message was lost, or came late. */
  troubled = Number.NEGATIVE_INFINITY;

  constructor(
    clock: VirtualClock,
    random: Random,
    consume: (messages: readonly RefreshMessage[]) => Promise<void>,
  ) {
    this.#clock = clock;
    this.#random = random;
    this.#consume = consume;
  }

  send(message: RefreshMessage): void {
    const { lost, repeated, late, longest } = this.faults;
    if (this.#random() < lost) {
      this.troubled = this.#clock.now();
      return;
    }
    const delay = this.#random() < late ? this.#random() * longest : 0;
    if (delay > 0) this.troubled = this.#clock.now() + delay;
    void this.#deliver(message, delay);
    if (this.#random() < repeated) void this.#deliver(message, this.#random() * longest);
  }

  async #deliver(message: RefreshMessage, delay: number): Promise<void> {
    await this.#clock.wait(delay);
    this.#gathered.push(message);
    if (this.#gathered.length > 1) return;
    await this.#clock.wait(5_000);
    const batch = this.#gathered.sort(() => this.#random() - 0.5);
    this.#gathered = [];
    this.#turn = this.#turn.then(() => this.#handOver(batch, 0));
  }

  async #handOver(batch: readonly RefreshMessage[], tries: number): Promise<void> {
    try {
      await this.#consume(batch);
    } catch {
      this.troubled = this.#clock.now();
      if (tries >= 5) return;
      void this.#clock.wait(5_000).then(() => {
        this.#turn = this.#turn.then(() => this.#handOver(batch, tries + 1));
      });
    }
  }
}
