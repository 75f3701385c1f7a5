import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, type RunningBlog } from "../support/server.node.ts";
import {
  isAwake,
  openVisitor,
  send,
  startOpenBlog,
  timesShown,
  unexpected,
  write,
} from "../support/visitor.node.ts";

let blog: RunningBlog;
let browser: Browser;

beforeAll(async () => {
  blog = await startOpenBlog();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await blog?.stop();
});

const POST = "/2010/11/nein-auf-seite-43/";

async function visit() {
  const watched = await openVisitor(browser, blog.origin);
  await watched.page.goto(blog.origin + POST);
  return watched;
}

/** Types a comment as slowly as people do. */
async function writeSlowly(page: Parameters<typeof write>[0], text: string) {
  await write(page, text);
  await isAwake(page);
  await page.waitForTimeout(3_200);
}

test("where the island does not come, the form and its links are plain", async () => {
  const { page } = await visit();
  await page.route("**/assets/comment-form-*", (route) => route.abort());
  await page.getByRole("link", { name: "Auf Kommentar 1 antworten" }).click();
  await page.waitForURL("**/comments/new/?*");
  await write(page, "Die Insel blieb aus.");
  await send(page);
  await page.waitForURL("**/comments/*/?token=*");
  expect(await timesShown(browser, blog.origin + POST, "Die Insel blieb aus.")).toBe(1);
});

test.each([
  ["before the blog had it", false],
  ["after the blog had it", true],
])("a comment whose sending was cut off %s appears once", async (when, arrives) => {
  const text = `Das Netz ging weg, ${when}.`;
  const { page, complaints } = await visit();
  await writeSlowly(page, text);
  let cuts = 0;
  await page.route("**/comments", async (route) => {
    if (cuts++ > 0) return route.continue();
    if (arrives) await route.fetch();
    await route.abort();
  });
  await send(page);
  await page.getByRole("status").getByText("liegt hier sicher").waitFor();
  expect(await page.locator("textarea[name=text]").inputValue()).toBe(text);
  // The network is back.
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.locator(".comment.mine", { hasText: text }).waitFor();
  expect(cuts).toBe(2);
  expect(await timesShown(browser, blog.origin + POST, text)).toBe(1);
  expect(unexpected(complaints)).toEqual([]);
});

test("a comment that could not be sent goes out on the next visit, also if the tab was closed", async () => {
  const text = "Der Laptop war schon zu.";
  const { page } = await visit();
  await writeSlowly(page, text);
  await page.route("**/comments", (route) => route.abort());
  await send(page);
  await page.getByRole("status").getByText("liegt hier sicher").waitFor();
  const context = page.context();
  await page.close();
  const later = await context.newPage();
  await later.goto(blog.origin + POST);
  await later.locator(".comment.mine", { hasText: text }).waitFor();
  expect(await later.locator("textarea[name=text]").inputValue()).toBe("");
  expect(await timesShown(browser, blog.origin + POST, text)).toBe(1);
});

test("two tabs that send the same comment leave one", async () => {
  const text = "Zwei Fenster, ein Kommentar.";
  const { page } = await visit();
  const context = page.context();
  await writeSlowly(page, text);
  await context.route("**/comments", (route) => route.abort());
  await send(page);
  await page.getByRole("status").getByText("liegt hier sicher").waitFor();
  await context.unroute("**/comments");
  const other = await context.newPage();
  await Promise.all([
    page.evaluate(() => dispatchEvent(new Event("online"))),
    other.goto(blog.origin + POST),
  ]);
  await page.locator(".comment.mine", { hasText: text }).waitFor();
  await other.locator(".comment.mine", { hasText: text }).waitFor();
  expect(await timesShown(browser, blog.origin + POST, text)).toBe(1);
});

test.each([429, 503])(
  "an answer of %i keeps the text and is asked again when it says so",
  async (status) => {
    const text = `Nach einer Pause von ${status}.`;
    const { page } = await visit();
    await writeSlowly(page, text);
    let asked = 0;
    await page.route("**/comments", (route) =>
      asked++ > 0
        ? route.continue()
        : route.fulfill({ status, headers: { "Retry-After": "2" }, json: { title: "Later" } }),
    );
    await send(page);
    await page.getByRole("status").getByText("bittet um eine Pause").waitFor();
    await page.locator(".comment.mine", { hasText: text }).waitFor();
    expect(asked).toBe(2);
  },
);

test("an answer that breaks off is none", async () => {
  const text = "Die Antwort kam nur halb.";
  const { page } = await visit();
  await writeSlowly(page, text);
  let asked = 0;
  await page.route("**/comments", async (route) => {
    if (asked++ > 0) return route.continue();
    await route.fetch();
    await route.fulfill({ status: 201, contentType: "application/json", body: '{"id":"c1' });
  });
  await send(page);
  await page.locator(".comment.mine", { hasText: text }).waitFor();
  expect(await timesShown(browser, blog.origin + POST, text)).toBe(1);
});
