import { expect, test } from "vitest";
import { Chance } from "../support/random.ts";
import { saying, World } from "../support/saving.ts";

test("whatever the network does, the last text arrives, or lies in the browser", async () => {
  for (let seed = 0; seed < 200; seed++) {
    const chance = new Chance(seed);
    const world = new World();
    const saver = world.open("tab");
    let typed = "";
    for (let step = 0; step < 40; step++) {
      const [request] = world.waiting;
      const event = chance.below(6);
      if (event < 2) {
        typed += "abc"[chance.below(3)];
        saver.change(saying(typed));
      }
      if (event === 2) await world.pass(chance.below(20_000));
      if (event === 3) request?.answer();
      if (event === 4) request?.lose();
      if (event === 5)
        request?.fail({ status: chance.pick([0, 500, 503, 429] as [number, ...number[]]) });
      await world.settle();
      const kept = [...world.drafts.values()].map(({ fields }) => fields.markdown);
      expect([world.text.markdown, ...kept], `seed ${seed}`).toContain(typed);
    }
    for (let turn = 0; turn < 6; turn++) {
      await world.pass(70_000);
      await world.answer();
    }
    expect(world.text.markdown, `seed ${seed}`).toBe(typed);
    expect(world.mostAtOnce).toBeLessThan(2);
    expect(world.drafts.size).toBe(0);
  }
});
