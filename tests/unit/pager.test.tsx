import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { Pager, pageNumbers } from "../../src/components/pager.tsx";
import { listPagePath } from "../../src/components/paths.ts";

const pager = (page: number, pages: number) =>
  renderToString(
    <Pager lang="de" page={page} pages={pages} pathOf={(n) => listPagePath("/tags/ä b/", n)} />,
  );

test("a list of one page has no pager, nor has an empty one", () => {
  expect(pager(1, 1)).toBe("");
  expect(pager(1, 0)).toBe("");
});

test("the first page leads to older posts only, the last one to newer only", () => {
  expect(pager(1, 3)).not.toContain('rel="prev"');
  expect(pager(1, 3)).toContain('<a rel="next" href="/tags/%C3%A4%20b/page/2/">');
  expect(pager(3, 3)).not.toContain('rel="next"');
  expect(pager(3, 3)).toContain('<a rel="prev" href="/tags/%C3%A4%20b/page/2/">');
});

test("page two leads back to the list's own address", () => {
  expect(pager(2, 2)).toContain('<a rel="prev" href="/tags/%C3%A4%20b/">');
});

test("a long list shows its ends and the neighbours, and a gap only where one is saved", () => {
  expect(pageNumbers(1, 2)).toEqual([1, 2]);
  expect(pageNumbers(3, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(pageNumbers(4, 9)).toEqual([1, 2, 3, 4, 5, null, 9]);
  expect(pageNumbers(50, 100)).toEqual([1, null, 49, 50, 51, null, 100]);
});
