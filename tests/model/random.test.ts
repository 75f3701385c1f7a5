import { expect, test } from "vitest";
import { randomOf } from "../support/model/clock.ts";
import { randomPlot } from "../support/model/plots.ts";
import { tell } from "../support/model/story.ts";

/** Worlds; each is one seed, and a seed tells the same story again. */
const WORLDS = 1_000;
const GROUP = 50;
const SECONDS = 600;

const groups = Array.from({ length: WORLDS / GROUP }, (_, group) => group * GROUP);

test.each(groups)("every promise holds in the worlds from seed %i on", async (first) => {
  for (let seed = first; seed < first + GROUP; seed++) {
    const random = randomOf(seed * 7_919);
    const plot = randomPlot(random, SECONDS);
    const { broken, log } = await tell(plot, {
      seed,
      edge: seed % 2 === 0,
      lasts: SECONDS,
      every: 2,
    });
    expect(broken.slice(0, 3), `seed ${seed}:\n${log.join("\n")}\n`).toEqual([]);
  }
});
