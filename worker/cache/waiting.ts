import type { Isolate } from "./isolate.ts";

/** Milliseconds after which work that is under way is done a second time. */
const FOLLOW_MS = 200;
/** Milliseconds that a request waits for others in all. */
const LONGEST_MS = 1_000;
/** Milliseconds between two looks at the isolate's memory. */
const LOOK_MS = 5;
const MOST_FLIGHTS = 500;

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
 * isolate's memory, on a timer of its own. After 200 ms one of those who wait does the work too, and so on: however many
 * they are, and however slow the work is, few do it.
 */
export async function inTurn<T>(
  { flights }: Isolate,
  clock: Clock,
  key: string,
  { find, work }: { readonly find: () => T | null; readonly work: () => Promise<T> },
): Promise<T> {
  for (let waited = 0; isUnderWay(flights, key, clock) && waited < LONGEST_MS; waited += LOOK_MS) {
    await wait(clock, LOOK_MS);
    const found = find();
    if (found !== null) return found;
  }
  clearFlights(flights, clock);
  flights.set(key, clock.now());
  try {
    return await work();
  } finally {
    flights.delete(key);
  }
}

const isUnderWay = (flights: ReadonlyMap<string, number>, key: string, { now }: Clock): boolean =>
  now() - (flights.get(key) ?? Number.NEGATIVE_INFINITY) < FOLLOW_MS;

/** A request that was cancelled leaves its flight behind. */
function clearFlights(flights: Map<string, number>, clock: Clock): void {
  if (flights.size < MOST_FLIGHTS) return;
  for (const key of flights.keys()) if (!isUnderWay(flights, key, clock)) flights.delete(key);
}
