// A small HTTP client: what it costs itself must not hide what a Worker costs.
import { connect, type Socket } from "node:net";

/** What is measured: a path of a Worker, asked again and again. */
export interface Target {
  readonly name: string;
  readonly url: URL;
  /** The paths that are asked in turn. */
  readonly paths: readonly string[];
  readonly headers?: string;
  /** Of the request with that number, as JSON; then it is a POST. */
  readonly body?: (request: number) => string;
  readonly status: number;
}

/** Milliseconds of each request, and of all of them together. */
export interface Sample {
  readonly latencies: readonly number[];
  readonly elapsed: number;
}

/** Requests under way at once. */
const CONNECTIONS = 8;

/** Asks so many times, eight at once; rejects on any answer but the expected. */
export async function load(target: Target, requests: number): Promise<Sample> {
  const latencies: number[] = [];
  let next = 0;
  const begun = performance.now();
  const run = async (client: Client) => {
    while (next < requests) {
      const request = next++;
      const path = target.paths[request % target.paths.length] as string;
      const asked = performance.now();
      const status = await client.ask(path, target.headers ?? "", target.body?.(request));
      if (status !== target.status)
        throw new Error(`${target.name} ${path} answered ${status}, not ${target.status}`);
      latencies.push(performance.now() - asked);
    }
    client.close();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, () => run(new Client(target.url))));
  return { latencies, elapsed: performance.now() - begun };
}

/** One kept connection. It reads as much of an answer as tells where it ends. */
class Client {
  readonly #socket: Socket;
  readonly #host: string;
  #answered: (status: number) => void = () => {};
  #failed: (error: Error) => void = () => {};
  #head = Buffer.alloc(0);
  #left = -1;
  #status = 0;

  constructor({ hostname, port, host }: URL) {
    this.#host = host;
    this.#socket = connect(Number(port), hostname);
    this.#socket.setNoDelay(true);
    this.#socket.on("data", (bytes: Buffer) => this.#read(bytes));
    this.#socket.on("error", (error) => this.#failed(error));
  }

  ask(path: string, headers: string, body?: string): Promise<number> {
    const sent = Buffer.from(body ?? "");
    const method = body === undefined ? "GET" : "POST";
    const length = body === undefined ? "" : `Content-Length: ${sent.length}\r\n`;
    const head = `${method} ${path} HTTP/1.1\r\nHost: ${this.#host}\r\n${length}${headers}\r\n`;
    return new Promise((answered, failed) => {
      this.#answered = answered;
      this.#failed = failed;
      this.#socket.write(Buffer.concat([Buffer.from(head), sent]));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(bytes: Buffer): void {
    if (this.#left >= 0) {
      this.#count(bytes.length);
      return;
    }
    this.#head = Buffer.concat([this.#head, bytes]);
    const end = this.#head.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = this.#head.toString("latin1", 0, end);
    this.#status = Number(head.slice(9, 12));
    const length = /^content-length: (\d+)/im.exec(head)?.[1];
    if (length === undefined && this.#status !== 304)
      this.#failed(new Error(`An answer without a length: ${head}`));
    this.#left = Number(length ?? 0);
    const rest = this.#head.length - end - 4;
    this.#head = Buffer.alloc(0);
    this.#count(rest);
  }

  #count(bytes: number): void {
    this.#left -= bytes;
    if (this.#left > 0) return;
    this.#left = -1;
    this.#answered(this.#status);
  }
}
