// npm run shots -- DIR [PATH …]: pictures of the running blog's pages at three widths, to be looked at.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { BROWSER_FLAGS, findBrowser } from "./browser.ts";

/** CSS pixels: a phone, a tablet, a desk. */
const WIDTHS = [360, 768, 1440];
const PAGES = ["/", "/page/2/", "/tags/", "/archive/", "/subscribe/", "/there-is-nothing-here/"];

const [dir = "shots", ...paths] = process.argv.slice(2);
const origin = `http://localhost:${process.env["PORT"] ?? 8787}`;

mkdirSync(dir, { recursive: true });
const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS });
for (const width of WIDTHS) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  for (const path of paths.length > 0 ? paths : PAGES) {
    await page.goto(origin + path);
    const name = path.replace(/[^\w-]+/g, "-").replace(/^-|-$/g, "") || "front";
    await page.screenshot({ path: join(dir, `${name}-${width}.png`), fullPage: true });
  }
  await page.close();
}
await browser.close();
console.log(`The pictures are in ${dir}/`);
