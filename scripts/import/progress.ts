/** Milliseconds between two drawings on a terminal, and between two lines anywhere else. */
const DRAW_MS = 100;
const LINE_MS = 10_000;
const BAR_CHARS = 30;

/** Shows how far a reading has come: a bar on a terminal, now and then a line elsewhere. */
export class Progress {
  readonly #total: number;
  readonly #out: NodeJS.WriteStream;
  #label = "";
  #done = 0;
  #drawn = 0;

  constructor(total: number, out: NodeJS.WriteStream = process.stdout) {
    this.#total = Math.max(total, 1);
    this.#out = out;
  }

  start(label: string): void {
    this.end();
    this.#label = label;
    this.#done = 0;
    this.#drawn = Date.now();
    this.#draw();
  }

  add(bytes: number): void {
    this.#done += bytes;
    if (Date.now() - this.#drawn < (this.#out.isTTY ? DRAW_MS : LINE_MS)) return;
    this.#drawn = Date.now();
    this.#draw();
  }

  /** Leaves the last bar standing. */
  end(): void {
    if (!this.#label) return;
    if (this.#out.isTTY) {
      this.#draw();
      this.#out.write("\n");
    }
    this.#label = "";
  }

  #draw(): void {
    const part = Math.min(this.#done / this.#total, 1);
    const percent = `${Math.floor(part * 100)} %`.padStart(5);
    const filled = Math.round(part * BAR_CHARS);
    const bar = "█".repeat(filled) + "░".repeat(BAR_CHARS - filled);
    if (this.#out.isTTY) this.#out.write(`\r${this.#label.padEnd(10)} ${bar} ${percent}`);
    else this.#out.write(`${this.#label} ${percent.trim()}\n`);
  }
}
