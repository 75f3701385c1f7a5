import type { Ledger } from "./ledger.ts";
import type { Ports } from "./ports.ts";

/** Keeps what is typed in the browser, under one name, until the blog has it. */
export class Keeper {
  readonly #ports: Pick<Ports, "drafts" | "now">;
  readonly #key: string;

  constructor(ports: Pick<Ports, "drafts" | "now">, key: string) {
    this.#ports = ports;
    this.#key = key;
  }

  /** A browser that keeps nothing is no reason to stop: the blog gets the text soon. */
  keep({ base, fields }: Ledger): void {
    const editedAt = new Date(this.#ports.now()).toISOString();
    this.#ports.drafts.keep({ key: this.#key, base, fields, editedAt }).catch(() => {});
  }

  drop(): void {
    this.#ports.drafts.drop(this.#key).catch(() => {});
  }
}
