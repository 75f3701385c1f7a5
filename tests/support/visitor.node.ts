import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { fillEmptyBlog } from "../../scripts/demo.ts";
import { setSetting } from "../../worker/db/write/settings.ts";
import { updateSite } from "../../worker/db/write/site.ts";
import { openPage, type RunningBlog, startBlog, type Watched } from "./server.node.ts";

/** The demo blog, where comments wait for nobody. */
export const startOpenBlog = (): Promise<RunningBlog> =>
  startBlog(async ({ env }) => {
    await fillEmptyBlog(env.DB, env.MEDIA);
    await env.DB.batch([setSetting(env.DB, "comments", { hold: "none" }), updateSite(env.DB)]);
  });

let networks = 0;

/** Somebody of a network of their own, whose browser complains of what a policy forbids, too. */
export async function openVisitor(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const network = { "CF-Connecting-IP": `10.1.${networks++}.1` };
  const watched = await openPage(browser, origin, { extraHTTPHeaders: network, ...options });
  await watched.page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`forbidden by ${violatedDirective}: ${blockedURI}`);
    });
  });
  return watched;
}

/** What a browser says of an answer that is an error, of a network that is cut, or of what it cleared, is meant to be there. */
export const unexpected = (complaints: readonly string[]): string[] =>
  complaints.filter(
    (complaint) => !/^failed: |Failed to load resource|Clear-Site-Data header/.test(complaint),
  );

/** The form that is on the page, wherever it stands. */
export const formOn = (page: Page) => page.locator("form[action='/comments']");

/** Types a comment. */
export async function write(page: Page, text: string, name = "Carla"): Promise<void> {
  const form = formOn(page);
  await form.getByLabel("Name", { exact: true }).fill(name);
  await form.locator("textarea[name=text]").fill(text);
}

export const send = (page: Page): Promise<void> =>
  formOn(page).getByRole("button", { name: "Absenden" }).click();

/** Waits until the island has taken the form over. */
export const isAwake = (page: Page): Promise<void> =>
  formOn(page).locator("[name=remember]").waitFor();

/** How often a text stands in the discussion of a post, for everybody, once the caches have heard of it: `there` says of what. */
export async function timesShown(
  browser: Browser,
  address: string,
  text: string,
  there = true,
): Promise<number> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const count = await waitFor(page, address, text, there);
  await context.close();
  return count;
}

/** Opens a post again until its page has a text, or has it no longer. */
export async function waitFor(
  page: Page,
  address: string,
  text: string,
  there = true,
): Promise<number> {
  for (let left = MOST_SECONDS; ; left--) {
    // As `npm start` plays cron, so that nobody waits until the queue has gathered.
    await fetch(new URL("/cdn-cgi/local/scheduled", address));
    await page.goto(address);
    const count = await page.locator("#comments .comment", { hasText: text }).count();
    if (count > 0 === there || left === 0) return count;
    await page.waitForTimeout(1_000);
  }
}

/** More than the queue of changes gathers them for. */
const MOST_SECONDS = 15;
