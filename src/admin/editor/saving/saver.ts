import type { Base, PostFields } from "../../../admin-api/posts.ts";
import { Keeper } from "./keeper.ts";
import { Ledger } from "./ledger.ts";
import { Pace } from "./pace.ts";
import type { Ports, SaveProblem, SaveReport } from "./ports.ts";
import { isStopped, reportOf } from "./report-of.ts";

/**
 * Sends what is typed, one request at a time, and keeps it in the browser until the blog has it. Stops where somebody has to
 * decide: in a conflict, and logged out.
 */
export class Saver {
  readonly #ports: Ports;
  readonly #keeper: Keeper;
  readonly #ledger: Ledger;
  readonly #pace: Pace;
  #running: Promise<void> | null = null;
  #report: SaveReport = { state: "saved", savedAt: null };

  constructor(ports: Ports, key: string, start: { base: Base; fields: PostFields }) {
    this.#ports = ports;
    this.#keeper = new Keeper(ports, key);
    this.#ledger = new Ledger(start.base, start.fields);
    this.#pace = new Pace(ports, () => this.flush());
  }

  get fields(): PostFields {
    return this.#ledger.fields;
  }

  get isDirty(): boolean {
    return this.#ledger.isDirty;
  }

  change(fields: PostFields): void {
    this.#ledger.take(fields);
    this.#keep();
    if (isStopped(this.#report) || this.#running || this.#report.state === "offline") return;
    this.#tell({ state: "unsaved" });
    this.#pace.waitForQuiet();
  }

  /** Takes up a draft of before, on what it was written. */
  restore(base: Base, fields: PostFields): void {
    this.#ledger.restart(base, fields);
    this.#keep();
    this.flush();
  }

  /** Saves at once: the page is left, the network is back, or somebody wants it. */
  flush(): void {
    if (this.#running || isStopped(this.#report) || !this.isDirty) return;
    this.#begin((base, fields) => this.#ports.save(base, fields), false).catch(() => {});
  }

  /** Somebody logged in again. */
  resume(): void {
    if (this.#report.state === "logged-out") this.#report = { state: "unsaved" };
    this.flush();
  }

  /** Ends a conflict with this text. What stood here becomes a revision before it, so that no line is lost. */
  resolve(fields: PostFields): void {
    if (this.#report.state !== "conflict") return;
    this.#ledger.resolve(this.#report.current.base, fields);
    this.#report = { state: "unsaved" };
    this.#keep();
    this.flush();
  }

  /** Sends the text another way, between two saves, for example to publish it. Rejects with a SaveProblem. */
  async sendBy<T extends { readonly base: Base }>(
    send: (base: Base, fields: PostFields) => Promise<T>,
    isAgain = false,
  ): Promise<T> {
    if (this.#ledger.owesRevision) this.flush();
    while (this.#running) await this.#running;
    let answer: T | undefined;
    const sendOnce: Ports["save"] = async (base, fields) => {
      answer = await send(base, fields);
      return { base: answer.base, savedAt: new Date(this.#ports.now()).toISOString() };
    };
    try {
      await this.#begin(sendOnce, true);
    } catch (problem) {
      // The blog had an own save whose answer was lost.
      const isOwn = (problem as SaveProblem).status === 409 && !isStopped(this.#report);
      if (isOwn && !isAgain) return this.sendBy(send, true);
      throw problem;
    }
    return answer as T;
  }

  /** Nothing is sent by itself any more. */
  readonly stop = (): void => this.#pace.stop();

  #keep(): void {
    this.#pace.changed();
    this.#keeper.keep(this.#ledger);
  }

  #begin(send: Ports["save"], isAsked: boolean): Promise<void> {
    this.#pace.stop();
    const sending = this.#send(send, isAsked);
    this.#running = sending.catch(() => {}).then(() => this.#goOn());
    return sending;
  }

  #goOn(): void {
    this.#running = null;
    if (!this.isDirty || isStopped(this.#report) || this.#report.state === "refused") return;
    if (this.#report.state === "offline") this.#pace.waitToRetry();
    else if (this.#ledger.owesRevision) this.flush();
    else this.#pace.waitForQuiet();
  }

  async #send(send: Ports["save"], isAsked: boolean): Promise<void> {
    const parcel = this.#ledger.pack();
    this.#tell({ state: "saving" });
    try {
      const { base, savedAt } = await send(this.#ledger.base, parcel.fields);
      this.#ledger.arrived(parcel, base);
      this.#arrived(savedAt);
    } catch (problem) {
      this.#pace.failed();
      this.#meet(problem as SaveProblem, isAsked);
      if (isAsked) throw problem;
    }
  }

  #arrived(savedAt: string | null): void {
    this.#pace.arrived();
    if (this.isDirty) this.#keep();
    else this.#keeper.drop();
    this.#tell(this.isDirty ? { state: "unsaved" } : { state: "saved", savedAt });
  }

  /** An own save whose answer was lost is no conflict. */
  #meet(problem: SaveProblem, isAsked: boolean): void {
    const { current } = problem;
    if (current && this.#ledger.recognise(current)) this.#arrived(current.savedAt);
    else this.#tell(reportOf(problem, { isAsked, isDirty: this.isDirty }));
  }

  #tell(report: SaveReport): void {
    this.#report = report;
    this.#ports.tell(report);
  }
}
