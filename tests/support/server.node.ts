import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { unstable_startWorker } from "wrangler";
import { BROWSER_FLAGS, findBrowser } from "../../scripts/browser.ts";
import { openLocal } from "../../scripts/local.ts";

type Local = Awaited<ReturnType<typeof openLocal>>;

export interface RunningBlog {
  readonly origin: string;
  stop(): Promise<void>;
}

/** The blog as `npm start` serves it, in a folder of its own, with what `fill` writes. */
export async function startBlog(fill: (local: Local) => Promise<unknown>): Promise<RunningBlog> {
  const dir = mkdtempSync(join(tmpdir(), "randnotiz-"));
  const local = await openLocal(dir);
  await fill(local);
  await local.dispose();
  const { origin, stop } = await serveBlog(dir);
  return {
    origin,
    async stop() {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The blog that lies in a folder. */
export async function serveBlog(dir: string): Promise<RunningBlog> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const worker = await unstable_startWorker({
    config: "wrangler.toml",
    bindings: {
      ORIGIN: { type: "plain_text", value: origin },
      LOCAL: { type: "plain_text", value: "1" },
    },
    dev: {
      ...{ persist: dir, inspector: false, logLevel: "error", watch: false },
      server: { hostname: "127.0.0.1", port },
    },
  });
  await worker.ready;
  return { origin, stop: () => worker.dispose() };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(),
      );
    });
  });

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS });

/** What a page did that it must not do: said something in the console, failed, or asked another host. */
export interface Watched {
  readonly page: Page;
  readonly complaints: string[];
}

export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:"))
      complaints.push(`foreign: ${url}`);
  });
  page.on("requestfailed", (request) => {
    // Who goes on at once leaves the icon behind; nothing is wrong with that.
    const left =
      request.failure()?.errorText === "net::ERR_ABORTED" && request.url().endsWith("/favicon.svg");
    if (!left) complaints.push(`failed: ${request.url()}`);
  });
  return { page, complaints };
}

export interface Seen {
  readonly path: string;
  readonly status: number;
  /** CSS pixels by which the page is wider than its window. */
  readonly overflow: number;
}

/** The many forms that lead from comments and paragraphs are a few kinds: the address of one of each. */
const formKind = (link: string): string | undefined =>
  /^\/comments\/(?:new\/.*[?&](parent|at)=|[^/]+\/(report)\/)/.exec(link)?.slice(1).join("");

/** Follows every link inside the blog from the front page, feeds and media aside; of each kind of form, one. */
export async function walk(
  browser: Browser,
  origin: string,
  { javaScript, width }: { javaScript: boolean; width: number },
): Promise<{ seen: Seen[]; complaints: string[] }> {
  const { page, complaints } = await openPage(browser, origin, {
    javaScriptEnabled: javaScript,
    viewport: { width, height: 800 },
  });
  const waiting = new Set(["/"]);
  const kinds = new Set<string>();
  const seen: Seen[] = [];
  // A set that grows while it is walked gives what was added, too.
  for (const path of waiting) {
    const response = await page.goto(origin + path);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    seen.push({ path, status: response?.status() ?? 0, overflow });
    const links = await page
      .locator("a[href^='/']")
      .evaluateAll((anchors) =>
        anchors.map((anchor) => (anchor.getAttribute("href") ?? "").replace(/#.*/, "")),
      );
    for (const link of links) {
      const kind = formKind(link);
      if (kind && kinds.has(kind)) continue;
      if (kind) kinds.add(kind);
      if (!/\.(xml|json)$|^\/media\//.test(link)) waiting.add(link);
    }
  }
  await page.context().close();
  return { seen, complaints };
}
