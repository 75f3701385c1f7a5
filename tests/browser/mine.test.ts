import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, type RunningBlog } from "../support/server.node.ts";
import { isAwake, openVisitor, send, startOpenBlog, write } from "../support/visitor.node.ts";

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

const POST = "/2025/04/was-ein-kommentar-kann/";
const MINE = "/comments/mine/";

async function leave(page: Page, text: string) {
  await page.goto(blog.origin + POST);
  await write(page, text);
  await isAwake(page);
  await page.waitForTimeout(3_200);
  await send(page);
  await page.locator(".comment.mine", { hasText: text }).waitFor();
}

test("a browser shows all its comments with their answers, and forgets one when asked", async () => {
  const { page, complaints } = await openVisitor(browser, blog.origin);
  await leave(page, "Wo steht das eigentlich?");
  const number = await page.locator(".comment.mine .number").textContent();
  const other = await openVisitor(browser, blog.origin, { javaScriptEnabled: false });
  const id = await page.locator("li:has(> div > .mine)").getAttribute("id");
  const parent = id?.replace("comment-", "") ?? "";
  await other.page.goto(`${blog.origin}/comments/new/?post=${POST}&parent=${parent}`);
  await write(other.page, "Auf Seite dreiundvierzig.", "Roland");
  await send(other.page);
  await page.goto(blog.origin + MINE);
  const comment = page.getByRole("article");
  await comment.getByText("Wo steht das eigentlich?").waitFor();
  expect(await comment.locator(".number").textContent()).toBe(number);
  await page.getByRole("main").getByText("Auf Seite dreiundvierzig.").waitFor();
  await page.getByRole("button", { name: "Aus diesem Browser entfernen" }).click();
  await page.getByText("keine Kommentare gemerkt").waitFor();
  expect(complaints).toEqual([]);
});

test("one link takes the comments to another device, which asks, and hides the tokens", async () => {
  const { page } = await openVisitor(browser, blog.origin);
  await leave(page, "Das nehme ich mit nach Hause.");
  await page.goto(blog.origin + MINE);
  const link = page.getByRole("link", { name: "Auf ein anderes Gerät mitnehmen" });
  const href = (await link.getAttribute("href")) ?? "";
  const device = await openVisitor(browser, blog.origin);
  const asked: string[] = [];
  device.page.on("request", (request) => asked.push(request.url()));
  await device.page.goto(blog.origin + href);
  await device.page.getByText("In diesem Browser merken?").waitFor();
  expect(device.page.url()).toBe(blog.origin + MINE);
  const token = href.split("/").at(-2) ?? "";
  expect(token).toHaveLength(22);
  expect(asked.filter((url) => url.includes(`/${token}`) && !url.includes("#"))).toEqual([]);
  await device.page.getByRole("button", { name: "Nein" }).click();
  await device.page.getByText("keine Kommentare gemerkt").waitFor();
  await device.page.goto("about:blank");
  await device.page.goto(blog.origin + href);
  await device.page.getByRole("button", { name: "Merken" }).click();
  await device.page.getByRole("main").getByText("Das nehme ich mit nach Hause.").waitFor();
  await device.page.reload();
  await device.page.getByRole("main").getByText("Das nehme ich mit nach Hause.").waitFor();
  expect(device.complaints).toEqual([]);
});

test("the page of one's own comment is remembered by the browser that opens it, until it is told to forget", async () => {
  const plain = await openVisitor(browser, blog.origin, { javaScriptEnabled: false });
  await plain.page.goto(blog.origin + POST);
  await write(plain.page, "Ohne Skript geschrieben, mit Skript gefunden.");
  await send(plain.page);
  const { page, complaints } = await openVisitor(browser, blog.origin);
  await page.goto(plain.page.url());
  const forget = page.getByRole("button", { name: "Aus diesem Browser entfernen" });
  await forget.waitFor();
  await page.goto(blog.origin + MINE);
  await page.getByRole("main").getByText("Ohne Skript geschrieben, mit Skript gefunden.").waitFor();
  await page.goto(plain.page.url());
  await forget.click();
  await page.getByText("hat den Kommentar vergessen").waitFor();
  await page.goto(blog.origin + MINE);
  await page.getByText("keine Kommentare gemerkt").waitFor();
  expect(complaints).toEqual([]);
});
