import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillEmptyBlog } from "../../scripts/demo.ts";
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
  blog = await startBlog(({ env }) => fillEmptyBlog(env.DB, env.MEDIA));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await blog?.stop();
});

describe.each([
  ["with JavaScript on a phone", true, 360],
  ["without JavaScript on a desk", false, 1440],
] as const)("every page of the demo, %s", (_name, javaScript, width) => {
  test("answers, fits, says nothing in the console and asks no other host", async () => {
    const { seen, complaints } = await walk(browser, blog.origin, { javaScript, width });
    expect(seen.length).toBeGreaterThan(80);
    expect(seen.filter(({ status }) => status !== 200)).toEqual([]);
    expect(seen.filter(({ overflow }) => overflow > 0)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test("a page that is not there says so in the blog's language, with its sidebar", async () => {
  const { page } = await openPage(browser, blog.origin);
  const response = await page.goto(`${blog.origin}/das/gibt/es/nicht/`);
  expect(response?.status()).toBe(404);
  expect(await page.locator("html").getAttribute("lang")).toBe("de");
  expect(await page.locator("aside").count()).toBe(1);
});

test("a page wears the style sheet that stands in it", async () => {
  const { page } = await openPage(browser, blog.origin, { viewport: { width: 1440, height: 900 } });
  await page.goto(blog.origin);
  const widths = await page.evaluate(() => [
    document.querySelector("main")?.clientWidth ?? 0,
    document.querySelector("aside")?.clientWidth ?? 0,
  ]);
  // Text and margin stand side by side only where the grid of the style sheet holds.
  expect(widths[0]).toBeLessThan(800);
  expect(widths[1]).toBeLessThan(400);
});

test("pictures arrive with the size that was kept for them", async () => {
  const { page } = await openPage(browser, blog.origin);
  await page.goto(`${blog.origin}/tags/sommer/`);
  const path = await page.locator("a.u-url", { hasText: "Der Steg" }).first().getAttribute("href");
  await page.goto(blog.origin + path);
  const picture = page.locator(".e-content img").first();
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  expect(await picture.getAttribute("width")).toBe("1200");
});

test("who is lost finds a post by two words, without JavaScript", async () => {
  const { page } = await openPage(browser, blog.origin, { javaScriptEnabled: false });
  await page.goto(`${blog.origin}/das/gibt/es/nicht/`);
  await page.getByRole("search").getByRole("searchbox", { name: "Suchwörter" }).fill("Schnee fahr");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search/?q=Schnee+fahr");
  expect(await page.getByRole("searchbox").inputValue()).toBe("Schnee fahr");
  const found = page.getByRole("main").getByRole("link", { name: "Fahrplan im Schnee" });
  expect(await found.locator("mark").allTextContents()).toEqual(["Fahrplan", "Schnee"]);
  await found.click();
  await page.waitForURL("**/fahrplan-im-schnee/");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Fahrplan im Schnee");
});
