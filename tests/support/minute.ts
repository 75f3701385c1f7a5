/** Milliseconds that a test which counts requests needs at most. */
const NEEDED_MS = 10_000;

/** Waits for the next minute of the clock where this one is nearly over: the limits count by those. */
export async function withinOneMinute(): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < NEEDED_MS) await new Promise((done) => setTimeout(done, left));
}
