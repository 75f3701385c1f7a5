import { expect, test } from "vitest";
import { everyDay } from "../../src/admin/figures/days.ts";
import { moveTo } from "../../src/admin/frame/order.ts";
import { examplePath } from "../../src/admin/settings/blog/example.tsx";
import { fromLines, toLines } from "../../src/admin/settings/rules/rules.ts";
import { type Category, parentsFor, treeOf } from "../../src/admin/terms/terms.ts";

const category = (slug: string, parent: string | null): Category => ({
  ...{ slug, name: slug, description: "", posts: 0, parent },
});
const columns = [
  category("bread", "kitchen"),
  category("rails", null),
  category("kitchen", null),
  category("rye", "bread"),
  category("lost", "gone"),
];

test("categories stand below their parents, and one whose parent is gone at the top", () => {
  expect(treeOf(columns).map(({ category: { slug }, depth }) => `${depth} ${slug}`)).toEqual([
    ...["0 rails", "0 kitchen", "1 bread", "2 rye", "0 lost"],
  ]);
});

test("a category is not offered a place below itself", () => {
  const slugs = (slug: string | null) =>
    parentsFor(slug, columns).map(({ category: one }) => one.slug);
  expect(slugs("kitchen")).toEqual(["rails", "lost"]);
  expect(slugs("rye")).toEqual(["rails", "kitchen", "bread", "lost"]);
  expect(slugs(null)).toHaveLength(5);
});

test("an entry goes to another place, and the others keep their order", () => {
  expect(moveTo(["a", "b", "c", "d"], 3, 1)).toEqual(["a", "d", "b", "c"]);
  expect(moveTo(["a", "b", "c", "d"], 0, 9)).toEqual(["b", "c", "d", "a"]);
  expect(moveTo(["a", "b"], 5, 0)).toEqual(["a", "b"]);
});

test("a list of a rule has an entry a line, and commas on its way", () => {
  expect(fromLines(" casino.example\n\n pills.example, x.example \n")).toBe(
    "casino.example,pills.example,x.example",
  );
  expect(fromLines(toLines(["one two", "three"]))).toBe("one two,three");
  expect(fromLines(" \n")).toBe("");
});

test("a pattern of addresses shows what it makes of a post of today", () => {
  const facts = { day: "2026-05-03", slug: "hello", category: "column", author: "robin" };
  expect(examplePath("/:year/:month/:day/:slug/", facts)).toBe("/2026/05/03/hello/");
  expect(examplePath("/:category/:author/:slug/", facts)).toBe("/column/robin/hello/");
  expect(examplePath("/:wrong/:slug/", facts)).toBe("/:wrong/hello/");
});

test("a day without reads stands in the chart, too", () => {
  const days = everyDay([{ day: "2026-03-01", reads: 7 }], "2026-02-27", "2026-03-02");
  expect(days).toEqual([
    { day: "2026-02-27", reads: 0 },
    { day: "2026-02-28", reads: 0 },
    { day: "2026-03-01", reads: 7 },
    { day: "2026-03-02", reads: 0 },
  ]);
});
