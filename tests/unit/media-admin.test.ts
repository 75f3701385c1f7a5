import { expect, test } from "vitest";
import { addressOf, markdownOf, previewOf } from "../../src/admin/media/addresses.ts";
import { sizeText, timeText } from "../../src/admin/media/units.ts";

const FILE = {
  key: "ab".repeat(16),
  name: "Hut & Stock.jpg",
  alt: "Ein [Hut]",
  type: "image/jpeg",
};
const ADDRESS = `/media/${FILE.key}/Hut%20%26%20Stock.jpg`;

test("a file is written in a post by its kind, and no description ends it early", () => {
  expect(markdownOf(FILE)).toBe(`![Ein \\[Hut\\]](${ADDRESS})`);
  expect(markdownOf({ ...FILE, type: "audio/mpeg" })).toBe(
    `<audio controls src="${ADDRESS}"></audio>`,
  );
  expect(markdownOf({ ...FILE, type: "application/pdf", alt: "" })).toBe(
    `[Hut & Stock.jpg](${ADDRESS})`,
  );
});

test("a tile loads the narrowest size there is", () => {
  const sizes = [{ width: 480, key: "cd".repeat(16) }];
  expect(previewOf({ ...FILE, sizes } as never)).toContain("cd".repeat(16));
  expect(previewOf({ ...FILE, sizes: [] } as never)).toBe(addressOf(FILE));
});

test("sizes and lengths are said as people say them", () => {
  expect([0, 999, 1_400, 23_000_000].map((bytes) => sizeText(bytes, "en"))).toEqual([
    "0 byte",
    "999 byte",
    "1.4 kB",
    "23 MB",
  ]);
  expect([5.4, 130, 3_723].map(timeText)).toEqual(["0:05", "2:10", "1:02:03"]);
});
