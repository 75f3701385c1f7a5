import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readText } from "../../scripts/import/read-file.ts";
import { importExport } from "../../worker/content/wxr/import.ts";
import {
  openBrowser,
  openPage,
  type RunningBlog,
  startBlog,
  walk,
} from "../support/server.node.ts";

let blog: RunningBlog;
let browser: Browser;

beforeAll(async () => {
  blog = await startBlog(({ env }) =>
    importExport({
      db: env.DB,
      open: () => readText("tests/fixtures/wxr/blog.xml", () => {}),
      library: null,
      now: "2026-01-01T00:00:00Z",
    }),
  );
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await blog?.stop();
});

test.each([
  [true, 360],
  [false, 1440],
])("an imported blog can be read: JavaScript %s, %i pixels wide", async (javaScript, width) => {
  const { seen, complaints } = await walk(browser, blog.origin, { javaScript, width });
  expect(seen.length).toBeGreaterThan(15);
  expect(seen.filter(({ status }) => status !== 200)).toEqual([]);
  expect(seen.filter(({ overflow }) => overflow > 0)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a discussion came along with its numbers, its threads and its old anchors", async () => {
  const { page } = await openPage(browser, blog.origin, { javaScriptEnabled: false });
  await page.goto(`${blog.origin}/2010/03/der-zug/`);
  const numbers = await page.locator(".comments .number").allTextContents();
  expect(numbers).toEqual(numbers.map((_, at) => `#${at + 1}`));
  expect(numbers.length).toBe(6);
  expect(await page.locator("[id^='comment-'] [id^='comment-']").count()).toBeGreaterThan(0);
});
