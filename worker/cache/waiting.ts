import type { Isolate } from "./isolate.ts";

/** Milliseconds that a request waits for another's work before it does the work itself. */
const FOLLOW_MS = 200;
/** Milliseconds between two looks at the isolate's memory. */
const LOOK_MS = 5;
/** Milliseconds after which a flight is given up: its request may have been cancelled. */
const FLIGHT_MS = 2_000;

/** The clock that the cache goes by. */
export interface Clock {
  /** Milliseconds. */
  readonly now: () => number;
  /** Calls after so many milliseconds, unless what it gives is called before. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}

/** Thrown when something took longer than a reader should wait. */
export class LateError extends Error {}

/** The work's result, or a `LateError` after so many milliseconds; what comes later is nobody's. */
export async function within<T>(clock: Clock, milliseconds: number, work: Promise<T>): Promise<T> {
  let cancel = () => {};
  const late = new Promise<never>((_, give) => {
    cancel = clock.after(milliseconds, () =>
      give(new LateError(`No answer within ${milliseconds} ms`)),
    );
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    cancel();
  }
}

const wait = (clock: Clock, milliseconds: number): Promise<void> =>
  new Promise((done) => clock.after(milliseconds, done));

/**
 * Does work that other requests of the isolate may be doing. Who comes second looks for what the first left in the
 * isolate's memory, on a timer of its own, for 200 ms; then it does the work itself.
 */
export async function inTurn<T>(
  { flights }: Isolate,
  clock: Clock,
  key: string,
  { find, work }: { readonly find: () => T | null; readonly work: () => Promise<T> },
): Promise<T> {
  const begun = clock.now();
  for (let waited = 0; isUnderWay(flights, key, begun) && waited < FOLLOW_MS; waited += LOOK_MS) {
    await wait(clock, LOOK_MS);
    const found = find();
    if (found !== null) return found;
  }
  flights.set(key, begun);
  try {
    return await work();
  } finally {
    flights.delete(key);
  }
}

const isUnderWay = (flights: ReadonlyMap<string, number>, key: string, now: number): boolean =>
  now - (flights.get(key) ?? Number.NEGATIVE_INFINITY) < FLIGHT_MS;
