/** Milliseconds; at random, so that those who failed together do not all come back at once. */
const MOST_PAUSE_MS = 80;

/** What D1 says of itself may be tried again: developers.cloudflare.com/d1/observability/debug-d1 */
const PASSING =
  /Network connection lost|storage caused object to be reset|due to transient issue|commit token/;

/**
 * Does something that comes to the same when it is done twice, and once more where D1's trouble was one of those that last a
 * moment. More tries would be a storm.
 */
export async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !PASSING.test(error.message)) throw error;
    await new Promise((done) => setTimeout(done, MOST_PAUSE_MS * Math.random()));
    return work();
  }
}
