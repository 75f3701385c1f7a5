import { expect, test } from "vitest";
import { Isolate } from "../../worker/cache/isolate.ts";
import { inTurn } from "../../worker/cache/waiting.ts";
import { VirtualClock } from "../support/model/clock.ts";

/** So many readers at once of one page, whose work takes so many milliseconds. */
async function crowd(readers: number, takes: number): Promise<{ works: number; last: number }> {
  const clock = new VirtualClock();
  const isolate = new Isolate();
  const begun = clock.now();
  let page: string | null = null;
  let works = 0;
  let last = 0;
  const work = async () => {
    works++;
    await clock.wait(takes);
    page = "page";
    return page;
  };
  for (let n = 0; n < readers; n++)
    void inTurn(isolate, clock, "/", { find: () => page, work }).then(() => {
      last = clock.now() - begun;
    });
  await clock.runUntil(begun + 10_000);
  return { works, last };
}

test.each([20, 150, 300, 700])(
  "500 readers of a page that takes %i ms make few of it",
  async (takes) => {
    const { works, last } = await crowd(500, takes);
    expect(works).toBeLessThanOrEqual(5);
    // Who began last works to the end; everybody else has the page as soon as somebody made it.
    expect(last).toBeLessThanOrEqual(2 * takes + 20);
  },
);

test("who was cancelled is not waited for, nor remembered for ever", async () => {
  const clock = new VirtualClock();
  const isolate = new Isolate();
  for (let n = 0; n < 2_000; n++) {
    void inTurn(isolate, clock, `/${n}/`, { find: () => null, work: () => new Promise(() => {}) });
    await clock.runUntil(clock.now() + 10);
  }
  expect(isolate.flights.size).toBeLessThanOrEqual(500);
});
