import { describe, expect, test } from "vitest";
import { NAMED } from "../support/model/plots.ts";
import { tell } from "../support/model/story.ts";

describe.each([
  { edge: false, where: "without the edge cache" },
  { edge: true, where: "with the edge cache" },
])("$where", ({ edge }) => {
  test.each(Object.entries(NAMED))("every promise holds when %s", async (_name, plot) => {
    for (const seed of [1, 2, 3]) {
      const { broken, seen } = await tell(plot, { edge, seed, lasts: 2_400, every: 2 });
      expect(broken.slice(0, 3)).toEqual([]);
      expect(seen.kv + seen.hot, "pages came from the cache at all").toBeGreaterThan(50);
    }
  });
});
