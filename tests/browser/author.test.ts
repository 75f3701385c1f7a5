import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type AuthorBlog, startAuthorBlog } from "../support/author.node.ts";
import { openBrowser } from "../support/server.node.ts";
import { openVisitor, send, unexpected, write } from "../support/visitor.node.ts";
import { type Author, drawPicture, openAuthor } from "../support/walk.node.ts";

// A walk is long, and the machine may have other work.
vi.setConfig({ testTimeout: 240_000 });

let blog: AuthorBlog;
let browser: Browser;
let anna: Author;
/** Of the post that the walk publishes. */
let address = "";

const PAGES = [
  ...["", "posts/", "pages/", "comments/", "media/", "terms/", "frame/", "settings/", "people/"],
  ...["figures/", "health/", "transfer/", "me/"],
].map((page) => `/admin/${page}`);

beforeAll(async () => {
  blog = await startAuthorBlog();
  browser = await openBrowser();
  anna = await openAuthor(browser, blog.origin);
});
afterAll(async () => {
  await browser?.close();
  await blog?.stop();
});

/** Follows an owner's link to the overview. */
async function comeIn(link: string): Promise<void> {
  const { page } = anna;
  await page.goto(link);
  const make = page.getByRole("button", { name: "Passkey anlegen" });
  await make.waitFor();
  const who = page.getByLabel("Wer bist du?");
  if (await who.count()) await who.selectOption({ label: "Jemand Neues" });
  const name = page.getByLabel("Name", { exact: true });
  if (await name.count()) await name.fill("Anna");
  await make.click();
  await page.getByRole("heading", { name: "Hallo, Anna" }).waitFor();
}

test("the owner's link makes a passkey and opens the blog, once", async () => {
  const { page, complaints } = anna;
  const link = await blog.ownerLink();
  await comeIn(link);
  expect(page.url()).toBe(`${blog.origin}/admin/`);
  expect(await anna.passkeys()).toBe(1);
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByRole("heading", { name: "Dieser Link gilt nicht mehr" }).waitFor();
  expect(unexpected(complaints)).toEqual([]);
});

test("whoever knows no Markdown writes a post by the toolbar, and cron publishes it", async () => {
  const { page, complaints } = anna;
  await anna.go("/admin/posts/");
  await page.getByRole("button", { name: "Neuer Beitrag" }).click();
  const tool = (name: string) =>
    page.getByRole("toolbar").getByRole("button", { name, exact: true }).click();
  await page.getByRole("textbox", { name: "Titel", exact: true }).fill("Ein Tag am Meer");
  const text = page.locator(".cm-content");
  await text.click();
  await tool("Überschrift");
  await page.keyboard.type("Morgens");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Was vorher war: ");
  await tool("Link");
  await page.getByLabel(/^Adresse/).fill("Altes");
  await page.getByRole("button", { name: /Altes/ }).click();
  await page.keyboard.press("Enter");
  await tool("Liste");
  await page.keyboard.type("Sand");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Wind");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await tool("Bild");
  await page.setInputFiles("[data-media-input]", await drawPicture(page));
  await page.getByRole("heading", { name: "Was ist auf dem Bild zu sehen?" }).waitFor();
  await page.getByRole("button", { name: "Einfügen" }).click();
  await page.getByText("Bitte beschreiben, oder").waitFor();
  await page.getByLabel("Beschreibung für alle").fill("Ein Strand");
  await page.getByRole("button", { name: "Einfügen" }).click();
  await page.getByRole("button", { name: "Veröffentlichen" }).click();
  await page.getByLabel("Zu einer bestimmten Zeit").click();
  await page.getByText(/^Zeit in Europe\/Berlin \(/).waitFor();
  await page.getByRole("button", { name: "Planen" }).click();
  await page.getByRole("heading", { name: /^Der Beitrag erscheint/ }).waitFor();
  const { items } = await anna.ask<{ items: { path: string }[] }>("/api/posts?status=scheduled");
  address = blog.origin + items[0]?.path;
  expect((await fetch(address)).status).toBe(404);
  await blog.runCron(new Date(Date.now() + 2 * 3_600_000));
  await page.goto(address);
  const article = page.locator(".e-content");
  await article.getByRole("heading", { name: "Morgens" }).waitFor();
  await article.getByRole("link", { name: "Altes" }).waitFor();
  expect(await article.getByRole("listitem").allTextContents()).toEqual(["Sand", "Wind"]);
  expect(await article.getByRole("img").getAttribute("alt")).toBe("Ein Strand");
  expect(unexpected(complaints)).toEqual([]);
});

/** By the keys alone, as somebody goes who has no mouse. */
async function walkTo(text: string): Promise<void> {
  const { page } = anna;
  await page.getByRole("listitem").filter({ hasText: text }).waitFor();
  // Down the list and up again, while it may still be drawn.
  for (let at = 0; at < 60; at++) {
    const here = await page.evaluate(() => document.activeElement?.closest("li")?.textContent);
    if (here?.includes(text)) return;
    await page.keyboard.press(at % 12 < 6 ? "j" : "k");
    await page.waitForTimeout(50);
  }
  throw new Error(`No key leads to "${text}"`);
}

test("comments are decided about by keyboard, and readers ask for nothing of an author's", async () => {
  const reader = await openVisitor(browser, blog.origin, { locale: "de-DE" });
  const asked: string[] = [];
  reader.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  for (const text of ["Wie schön!", "Kauft Pillen", "Nur ein Test", "Und im Winter?"]) {
    await reader.page.goto(address);
    await write(reader.page, text);
    await send(reader.page);
    await reader.page.getByText(text).first().waitFor();
  }
  expect(asked.filter((path) => /^\/(api|admin)/.test(path))).toEqual([]);
  const { page } = anna;
  await anna.go("/admin/comments/");
  for (const [text, key] of [
    ["Wie schön!", "a"],
    ["Kauft Pillen", "s"],
    ["Nur ein Test", "d"],
  ] as const) {
    await walkTo(text);
    await page.keyboard.press(key);
    await page.getByRole("listitem").filter({ hasText: text }).waitFor({ state: "detached" });
  }
  await walkTo("Und im Winter?");
  await page.keyboard.press("r");
  await page.locator("textarea:focus").waitFor();
  await page.keyboard.type("Auch da.");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Geantwortet.").waitFor();
  const shown = await anna.ask<{ items: { text: string }[] }>("/api/comments?status=approved");
  const texts = shown.items.map(({ text }) => text);
  expect(texts.sort()).toEqual(["Auch da.", "Und im Winter?", "Wie schön!"]);
  await page.goto(address);
  await page.getByRole("link", { name: "Bearbeiten", exact: true }).waitFor();
  await reader.page.context().close();
});

test("another title is on the public page", async () => {
  const { page } = anna;
  await anna.go("/admin/settings/");
  await page.getByLabel("Titel", { exact: true }).fill("Am Meer");
  await page.getByRole("button", { name: "Speichern" }).first().click();
  await page.getByRole("link", { name: "Am Meer" }).first().waitFor();
  await expect
    .poll(async () => (await fetch(`${blog.origin}/nirgends/`)).text(), { timeout: 20_000 })
    .toContain("Am Meer");
});

test("no page of the application keeps anybody out", async () => {
  const { page, complaints } = anna;
  const found: string[] = [];
  for (const [width, colorScheme] of [
    [390, "dark"],
    [1440, "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const path of PAGES) {
      await anna.go(path);
      await page.locator("h1").first().waitFor();
      await page.waitForLoadState("networkidle");
      found.push(...(await anna.complainOfAccess()));
    }
  }
  expect(found).toEqual([]);
  expect(unexpected(complaints)).toEqual([]);
});

test("two at one post, and a network that goes, lose no line", async () => {
  const { page, complaints } = anna;
  const [post] = (await anna.ask<{ items: { id: number }[] }>("/api/posts")).items;
  const other = await page.context().newPage();
  for (const one of [page, other]) {
    await one.goto(`${blog.origin}/admin/posts/${post?.id}/`);
    await one.locator(".cm-content").waitFor();
  }
  await type(other, "Erste Zeile. ");
  await other.getByText(/^Gespeichert/).waitFor();
  await type(page, "Zweite Zeile. ");
  await page.getByRole("button", { name: "Beide Fassungen ansehen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Erste Zeile.").waitFor();
  await dialog.getByText("Zweite Zeile.").waitFor();
  await page.getByRole("button", { name: "Diesen Text behalten" }).click();
  await page.getByText(/^Gespeichert/).waitFor();
  const saved = await anna.ask<{ items: { revision: number }[] }>(
    `/api/posts/${post?.id}/revisions`,
  );
  const texts = await Promise.all(
    saved.items.map(({ revision }) => anna.ask(`/api/posts/${post?.id}/revisions/${revision}`)),
  );
  expect(JSON.stringify(texts)).toMatch(/Erste Zeile\./);
  expect(JSON.stringify(texts)).toMatch(/Zweite Zeile\./);
  await other.close();
  await page.context().setOffline(true);
  await type(page, "Dritte Zeile. ");
  await page.getByText(/^Kein Netz\. Der Text liegt/).waitFor();
  await page.context().setOffline(false);
  // The tab dies before the text has gone.
  await page.goto("about:blank");
  await page.goto(`${blog.origin}/admin/posts/${post?.id}/`);
  const text = page.locator(".cm-content");
  await text.waitFor();
  const offered = page.getByRole("button", { name: "Weiterschreiben" });
  if (await offered.isVisible()) await offered.click();
  await text.getByText("Dritte Zeile.").waitFor();
  expect(unexpected(complaints)).toEqual([]);
});

/** At the beginning of the text. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type(text);
}

test("who logs out is out, and a lost device is replaced by another link", async () => {
  const { page, complaints } = anna;
  const [left] = await anna.ask<{ id: string }[]>("/api/me/sessions");
  await anna.go("/admin/me/");
  await page.getByRole("button", { name: "Abmelden", exact: true }).last().click();
  const again = page.getByRole("button", { name: "Mit Passkey anmelden" });
  await again.click();
  await page.getByRole("heading", { name: "Ich", exact: true }).waitFor();
  await expect
    .poll(async () => JSON.stringify(await anna.ask("/api/me/sessions")), { timeout: 20_000 })
    .toContain('"current":true');
  // The session that was left is over.
  expect(JSON.stringify(await anna.ask("/api/me/sessions"))).not.toContain(left?.id ?? "none");
  await anna.loseDevice();
  await page.context().clearCookies();
  await comeIn(await blog.ownerLink());
  const keys = await anna.ask<{ id: string }[]>("/api/me/passkeys");
  expect(keys).toHaveLength(2);
  await anna.go("/admin/me/");
  await page.getByRole("heading", { name: "Passkeys" }).waitFor();
  const sessions = await anna.ask<{ id: string; current: boolean }[]>("/api/me/sessions");
  const old = sessions.find(({ current }) => !current);
  expect(await anna.delete(`/api/me/sessions/${old?.id}`)).toBe(204);
  expect(await anna.delete(`/api/me/passkeys/${keys[0]?.id}`)).toBe(200);
  expect(await anna.passkeys()).toBe(1);
  expect(unexpected(complaints)).toEqual([]);
});
