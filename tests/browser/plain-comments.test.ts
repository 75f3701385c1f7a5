import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, type RunningBlog } from "../support/server.node.ts";
import {
  formOn,
  openVisitor,
  send,
  startOpenBlog,
  timesShown,
  waitFor,
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

const POST = "/2025/04/was-ein-kommentar-kann/";
const visit = () => openVisitor(browser, blog.origin, { javaScriptEnabled: false });

test("without JavaScript a comment is left, seen, edited and withdrawn", async () => {
  const { page, complaints } = await visit();
  await page.goto(blog.origin + POST);
  await write(page, "Ohne Skript geht es auch.");
  await send(page);
  await page.waitForURL("**/comments/*/?token=*");
  expect(await page.getByRole("status").textContent()).toContain("Veröffentlicht");
  expect(await timesShown(browser, blog.origin + POST, "Ohne Skript geht es auch.")).toBe(1);
  await page.locator("textarea[name=text]").fill("Ohne Skript geht es *immer*.");
  await page.getByRole("button", { name: "Speichern" }).click();
  expect(await page.locator(".comment em").textContent()).toBe("immer");
  await page.getByRole("button", { name: "Zurückziehen" }).click();
  await page.waitForLoadState();
  expect(await timesShown(browser, blog.origin + POST, "Ohne Skript geht es", false)).toBe(0);
  expect(complaints).toEqual([]);
});

test("without JavaScript a reply is a link to a form that shows what is answered", async () => {
  const { page, complaints } = await visit();
  await page.goto(blog.origin + POST);
  await page.getByRole("link", { name: "Auf Kommentar 1 antworten" }).click();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Antwort auf #1");
  expect(await page.locator("blockquote").textContent()).toContain("91 und lese noch immer mit");
  await write(page, "Das freut mich sehr.");
  await send(page);
  await page.getByRole("link", { name: "Zur Diskussion" }).click();
  expect(page.url()).toContain(`${POST}#comment-`);
  await waitFor(page, blog.origin + POST, "Das freut mich sehr.");
  const below = page.locator("li:has(> article .number:text('#1')) > .comments");
  expect(await below.textContent()).toContain("Das freut mich sehr.");
  expect(complaints).toEqual([]);
});

test("without JavaScript a note on a paragraph is cut down to the passage that is meant", async () => {
  const { page, complaints } = await visit();
  await page.goto(blog.origin + POST);
  await page.getByRole("link", { name: "Zu Absatz 2 etwas notieren" }).focus();
  await page.keyboard.press("Enter");
  const passage = page.getByLabel("Die Stelle, um die es geht");
  expect(await passage.inputValue()).toMatch(/^Die beste steht unter/);
  await passage.fill("vier Monate später");
  await write(page, "Vier Monate sind hier gar nichts.", "Roland");
  await send(page);
  await page.getByRole("link", { name: "Zur Diskussion" }).waitFor();
  await waitFor(page, blog.origin + POST, "sind hier gar nichts");
  const note = page.locator(".comment", { hasText: "sind hier gar nichts" });
  const quote = note.locator("blockquote.passage a");
  expect(await quote.textContent()).toBe("vier Monate später");
  expect(await quote.getAttribute("href")).toContain("#:~:text=vier%20Monate");
  const link = page.getByRole("link", { name: /^Notiz \d+, Roland$/ });
  expect(await link.getAttribute("href")).toBe(
    await note.locator("xpath=..").evaluate((li) => `#${li.id}`),
  );
  expect(complaints).toEqual([]);
});

test("without JavaScript a comment that is refused comes back with every character and the field named", async () => {
  const { page } = await visit();
  await page.goto(blog.origin + POST);
  await page.getByRole("link", { name: "Auf Kommentar 1 antworten" }).click();
  await write(page, "Ein  Text\nmit Zeilen & <Zeichen>.", "...");
  await formOn(page).getByLabel("Website").fill("https://carla.example/");
  await send(page);
  expect(await page.getByRole("alert").textContent()).toContain(
    "braucht mindestens einen Buchstaben",
  );
  expect(await page.locator("textarea[name=text]").inputValue()).toBe(
    "Ein  Text\nmit Zeilen & <Zeichen>.",
  );
  expect(await page.getByLabel("Website").inputValue()).toBe("https://carla.example/");
  const name = page.getByLabel("Name", { exact: true });
  expect(await name.getAttribute("aria-invalid")).toBe("true");
  await name.fill("Carla");
  await send(page);
  await page.waitForURL("**/comments/*/?token=*");
  await waitFor(page, blog.origin + POST, "mit Zeilen & <Zeichen>.");
  const below = page.locator("li:has(> article .number:text('#1')) > .comments");
  expect(await below.textContent()).toContain("mit Zeilen & <Zeichen>.");
});

test("without JavaScript a comment is reported, and waits to be looked at", async () => {
  const { page } = await visit();
  await page.goto(`${blog.origin}/2010/11/nein-auf-seite-43/`);
  await page.getByRole("link", { name: "Kommentar 3 melden" }).click();
  await page.getByRole("button", { name: "Melden" }).click();
  expect(await page.getByRole("main").textContent()).toContain("Jemand von hier sieht sich");
});
