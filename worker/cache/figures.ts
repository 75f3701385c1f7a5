/** What an isolate has counted since it last told anybody: sums, and nothing of who it was. */
export interface Counted {
  /** By path: how often a browser went to a page. */
  readonly reads: Readonly<Record<string, number>>;
  /** By the feed's path and what a feed reader calls itself: the subscribers that it names. */
  readonly subscribers: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By host: how often somebody came from there. */
  readonly referrers: Readonly<Record<string, number>>;
}

/** Pages that have to be read before they are told of. */
export const LEAST_READS = 50;
/** Milliseconds between two messages of an isolate. */
export const PAUSE_MS = 10 * 60_000;
/** Paths, feed readers and hosts that an isolate counts; further ones are not. */
const MOST_NAMES = 500;
/** Characters of a feed reader's name. */
const MOST_CHARS = 60;

/** What a request says that is counted; it is not kept. */
export interface Seen {
  readonly path: string;
  readonly headers: Headers;
  /** The blog's own address. */
  readonly origin: string;
}

/** Counts in the isolate, approximately: it may end at any time, and what it had counted with it. */
export class Figures {
  #reads = new Map<string, number>();
  #subscribers = new Map<string, Map<string, number>>();
  #referrers = new Map<string, number>();
  #total = 0;
  #toldAt = 0;

  /** A page that a browser goes to; what is fetched ahead, or by a program, is no read. */
  read({ path, headers, origin }: Seen): void {
    if (headers.get("Sec-Fetch-Mode") !== "navigate" || headers.get("Sec-Purpose")) return;
    this.#total++;
    add(this.#reads, path);
    const host = hostOf(headers.get("Referer"));
    if (host && host !== hostOf(origin)) add(this.#referrers, host);
  }

  /** A feed whose reader says how many subscribe to it. */
  feed({ path, headers }: Pick<Seen, "path" | "headers">): void {
    const agent = headers.get("User-Agent") ?? "";
    const [, count] = /(\d{1,7}) (?:subscribers?|readers?)\b/i.exec(agent) ?? [];
    const name = /^[^\s/(;]+/.exec(agent)?.[0].slice(0, MOST_CHARS);
    if (!count || !name) return;
    const readers = this.#subscribers.get(path) ?? new Map<string, number>();
    if (readers.size < MOST_NAMES) readers.set(name, Number(count));
    if (this.#subscribers.size < MOST_NAMES) this.#subscribers.set(path, readers);
  }

  /** What was counted, if it is enough and nobody was told of late; then counting begins anew. */
  take(now: number): Counted | null {
    if (this.#total < LEAST_READS || now - this.#toldAt < PAUSE_MS) return null;
    const taken = {
      reads: Object.fromEntries([...this.#reads].map(([path, count]) => [decoded(path), count])),
      subscribers: Object.fromEntries(
        [...this.#subscribers].map(([feed, readers]) => [feed, Object.fromEntries(readers)]),
      ),
      referrers: Object.fromEntries(this.#referrers),
    };
    this.#reads = new Map();
    this.#subscribers = new Map();
    this.#referrers = new Map();
    this.#total = 0;
    this.#toldAt = now;
    return taken;
  }
}

function add(counts: Map<string, number>, name: string): void {
  const count = counts.get(name);
  if (count === undefined && counts.size >= MOST_NAMES) return;
  counts.set(name, (count ?? 0) + 1);
}

/** As posts store their paths. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return path;
  }
}

const hostOf = (address: string | null): string => URL.parse(address ?? "")?.hostname ?? "";
