import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, type RunningBlog } from "../support/server.node.ts";
import {
  formOn,
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

const POST = "/2025/04/was-ein-kommentar-kann/";

async function visit(path = POST, options = {}) {
  const watched = await openVisitor(browser, blog.origin, options);
  await watched.page.goto(blog.origin + path);
  return watched;
}

test("a reader downloads no island until the form is touched, and keeps what was typed before", async () => {
  const watched = await openVisitor(browser, blog.origin);
  const { page, complaints } = watched;
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
  });
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route("**/assets/comment-form-*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(blog.origin + POST);
  await page.waitForLoadState("networkidle");
  expect(scripts.map((path) => path.replace(/-.*/, ""))).toEqual(["/assets/loader"]);
  const text = page.locator("textarea[name=text]");
  await text.pressSequentially("Schon getippt");
  await text.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(5, 5));
  release();
  await isAwake(page);
  await page.keyboard.type("!");
  expect(await text.inputValue()).toBe("Schon! getippt");
  expect(complaints).toEqual([]);
});

test("a comment is previewed, sent without leaving the page, edited and withdrawn there", async () => {
  const { page, complaints } = await visit();
  await write(page, "Ich bin *dabei*, siehe https://a.example/x");
  await isAwake(page);
  const preview = page.locator(".preview");
  await preview.locator("a[href='https://a.example/x']").waitFor();
  expect(await preview.locator("em").textContent()).toBe("dabei");
  // Whoever is faster than three seconds is no human being.
  await page.waitForTimeout(3_200);
  await send(page);
  const mine = page.locator(".comment.mine");
  await mine.waitFor();
  expect(page.url()).toBe(blog.origin + POST);
  expect(await mine.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await mine.textContent()).toContain("Veröffentlicht");
  expect(await page.locator("textarea[name=text]").last().inputValue()).toBe("");
  await mine.getByRole("button", { name: "ändern" }).click();
  await mine.getByRole("textbox").fill("Ich bin **ganz** dabei.");
  await mine.getByRole("button", { name: "Speichern" }).click();
  expect(await mine.locator("strong").textContent()).toBe("ganz");
  await page.reload();
  await mine.getByRole("button", { name: "zurückziehen" }).click();
  await mine.getByRole("button", { name: "wirklich zurückziehen?" }).click();
  await page.getByText("Der Kommentar ist zurückgezogen.").waitFor();
  expect(complaints).toEqual([]);
});

test("a comment that waits is seen by its writer at once, and again after a reload", async () => {
  const { page, complaints } = await visit();
  // Sent so fast that it is held.
  await write(page, "Das kam sehr schnell.");
  await isAwake(page);
  await send(page);
  const mine = page.locator(".comment.mine");
  await mine.getByText("wartet auf Freigabe").waitFor();
  await page.reload();
  await mine.getByText("Das kam sehr schnell.").waitFor();
  expect(await mine.count()).toBe(1);
  expect(complaints).toEqual([]);
});

test("a reply is written below the comment that it answers, and can be cancelled", async () => {
  const { page, complaints } = await visit();
  const link = page.getByRole("link", { name: "Auf Kommentar 2 antworten" });
  await link.click();
  await formOn(page).getByText("Antwort auf #2 Henning Voss").waitFor();
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("text");
  await write(page, "Und ich antworte darauf.");
  await page.getByRole("button", { name: "Abbrechen" }).click();
  expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await page.locator(".write > form").count()).toBe(1);
  await link.click();
  expect(await page.locator("textarea[name=text]").inputValue()).toBe("Und ich antworte darauf.");
  await send(page);
  const below = page.locator("li:has(> article .number:text('#2')) > .comments");
  await below.getByText("Und ich antworte darauf.").waitFor();
  expect(await page.locator(".write > form").count()).toBe(1);
  expect(complaints).toEqual([]);
});

test("a note is about what is selected in the post", async () => {
  const { page, complaints } = await visit();
  await page.getByText("Was ein Kommentar kann, das ein Daumen nicht kann").selectText();
  await page.getByRole("link", { name: "Zu Absatz 1 etwas notieren" }).click();
  await formOn(page).locator(".passage").waitFor();
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await page.getByText("Die beste steht unter").evaluate((block) => {
    const text = block.lastChild as Text;
    const at = text.data.indexOf("vier Monate");
    getSelection()?.setBaseAndExtent(text, at, text, at + "vier Monate später".length);
  });
  await page.getByRole("link", { name: "Zu Absatz 2 etwas notieren" }).click();
  await formOn(page).locator(".passage", { hasText: "vier Monate später" }).waitFor();
  const value = (name: string) => page.locator(`input[name=${name}]`).inputValue();
  expect(await value("quote")).toBe("vier Monate später");
  expect(await value("prefix")).toMatch(/Jemand kam vorbei, $/);
  expect(await value("suffix")).toMatch(/^, wusste es und sagte es/);
  await write(page, "Eine Notiz dazu.", "Roland");
  await page.waitForTimeout(3_200);
  await send(page);
  await page.locator(".comment.mine .passage").waitFor();
  expect(await timesShown(browser, blog.origin + POST, "Eine Notiz dazu.")).toBe(1);
  await page.goto("about:blank");
  await page.goto(blog.origin + POST);
  await page.getByRole("link", { name: /^Notiz \d+, Roland$/ }).waitFor();
  expect(complaints).toEqual([]);
});

test("what is refused is said at its field, and the text stays", async () => {
  const { page, complaints } = await visit();
  await write(page, "Der Name ist das Problem.", "...");
  await isAwake(page);
  await send(page);
  const name = formOn(page).getByLabel("Name", { exact: true });
  await page.getByText("braucht mindestens einen Buchstaben").waitFor();
  expect(await name.getAttribute("aria-invalid")).toBe("true");
  expect(await name.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await page.locator("textarea[name=text]").inputValue()).toBe("Der Name ist das Problem.");
  await name.fill("Carla");
  await send(page);
  await page.locator(".comment.mine").waitFor();
  expect(unexpected(complaints)).toEqual([]);
});

test("a draft is kept for its post, and a name only where that is ticked", async () => {
  const { page } = await visit();
  await write(page, "Noch nicht fertig", "Carla");
  await isAwake(page);
  await page.locator("textarea[name=text]").press("End");
  await page.locator("textarea[name=text]").pressSequentially(" …");
  await page.reload();
  await isAwake(page);
  expect(await page.locator("textarea[name=text]").inputValue()).toBe("Noch nicht fertig …");
  expect(await page.locator("input[name=name]").inputValue()).toBe("");
  await page.goto(`${blog.origin}/2010/11/nein-auf-seite-43/`);
  expect(await page.locator("textarea[name=text]").inputValue()).toBe("");
  await page.goto(blog.origin + POST);
  await page.locator("input[name=name]").fill("Carla");
  await page.locator("input[name=remember]").check();
  await send(page);
  await page.locator(".comment.mine").waitFor();
  await page.reload();
  await isAwake(page);
  expect(await page.locator("input[name=name]").inputValue()).toBe("Carla");
});
