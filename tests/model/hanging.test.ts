import { expect, test } from "vitest";
import { events } from "../support/model/events.ts";
import { tell } from "../support/model/story.ts";

/** Seconds: when the blog is warm. */
const WARM = 400;

/** Seconds after a change; its consumer is at work from the fifth on. */
const MOMENTS = Array.from({ length: 40 }, (_, at) => 4.95 + at * 0.02);

test.each(MOMENTS)(
  "D1 that begins to hang %d s after a change delays no later removal",
  async (at) => {
    const { broken, log } = await tell(
      [
        [WARM, (world) => events.edit(world, 1)],
        [WARM + at, (world) => events.d1Down(world, 20, true)],
        [WARM + 300, (world) => events.removePost(world, 2)],
      ],
      { seed: 3, lasts: 1_000, every: 3 },
    );
    expect(broken.slice(0, 3), log.join("\n")).toEqual([]);
  },
);
