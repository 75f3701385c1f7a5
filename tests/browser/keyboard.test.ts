import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, type RunningBlog } from "../support/server.node.ts";
import { openVisitor, startOpenBlog, unexpected } from "../support/visitor.node.ts";

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

/** Goes on with the tab key until something has the focus, which has to be seen. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  for (let left = 150; left > 0; left--) {
    await page.keyboard.press(key);
    const isThere = await target.evaluateAll((found) =>
      found.includes(document.activeElement as never),
    );
    if (!isThere) continue;
    const { opacity, outline } = await target.evaluate((node) => {
      const { opacity, outlineStyle } = getComputedStyle(node);
      return { opacity, outline: outlineStyle };
    });
    expect([opacity, outline]).toEqual(["1", "solid"]);
    return;
  }
  throw new Error(`No tab leads to ${target}`);
}

const press = (page: Page, ...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

test("commenting, being refused, editing, replying, a note and withdrawing take nothing but a keyboard", async () => {
  const { page, complaints } = await openVisitor(browser, blog.origin);
  await page.goto(blog.origin + POST);
  const text = page.locator(".write textarea[name=text], form#write textarea[name=text]").first();
  const mine = page.locator(".comment.mine");

  // Refused, and mended where the focus went.
  await tabTo(page, page.locator("#write input[name=name]"));
  await page.keyboard.type("!!!");
  await tabTo(page, text);
  await page.keyboard.type("Alles mit den Tasten.");
  await tabTo(page, page.getByRole("button", { name: "Absenden" }));
  await page.keyboard.press("Enter");
  await page.getByText("braucht mindestens einen Buchstaben").waitFor();
  await press(page, "ControlOrMeta+A");
  await page.keyboard.type("Carla");
  await page.keyboard.press("Enter");
  await mine.getByText("Alles mit den Tasten.").waitFor();

  // Edited: the focus stands on the new comment.
  await tabTo(page, mine.getByRole("button", { name: "ändern" }));
  await page.keyboard.press("Enter");
  await tabTo(page, mine.getByRole("textbox"));
  await press(page, "ControlOrMeta+A");
  await page.keyboard.type("Alles mit *zehn* Fingern.");
  await tabTo(page, mine.getByRole("button", { name: "Speichern" }));
  await page.keyboard.press("Enter");
  await mine.locator("em").getByText("zehn").waitFor();

  // Withdrawn.
  await tabTo(page, mine.getByRole("button", { name: "zurückziehen" }));
  await press(page, "Enter", "Enter");
  await page.getByText("Der Kommentar ist zurückgezogen.").waitFor();

  // A reply, cancelled once.
  await page.reload();
  const reply = page.getByRole("link", { name: "Auf Kommentar 1 antworten" });
  await tabTo(page, reply);
  await page.keyboard.press("Enter");
  await page.getByText("Antwort auf #1 Edith R.").waitFor();
  await tabTo(page, page.getByRole("button", { name: "Abbrechen" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.getByText("Antwort auf #1 Edith R.").waitFor();
  await page.keyboard.type("Eine Antwort ohne Maus.");
  await tabTo(page, page.locator("#write input[name=name]"), "Shift+Tab");
  await page.keyboard.type("Carla");
  await page.keyboard.press("Enter");
  await page.locator(".comments .comments").getByText("Eine Antwort ohne Maus.").waitFor();

  // A note on a paragraph.
  await page.reload();
  await tabTo(page, page.getByRole("link", { name: "Zu Absatz 3 etwas notieren" }));
  await page.keyboard.press("Enter");
  await page.getByText("Notiz zu dieser Stelle").waitFor();
  await page.keyboard.type("Auch eine Notiz geht so.");
  await tabTo(page, page.locator("#write input[name=name]"), "Shift+Tab");
  await page.keyboard.type("Carla");
  await page.keyboard.press("Enter");
  await mine.getByText("Was ein Kommentar kann, das ein Daumen nicht kann:").waitFor();
  expect(unexpected(complaints)).toEqual([]);
});
