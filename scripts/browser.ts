// Finds the Chromium that the browser tests drive, or gets one. Never skips: without a browser the tests fail, in a sentence.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = [
  ...[
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/snap/bin/chromium",
  ],
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** As root Chromium needs no sandbox of its own; and it asks nobody for updates or its settings. */
export const BROWSER_FLAGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ...[
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
];

/** The path of a browser; installs one where there is none, by Debian's packages or by Playwright's download. */
export async function findBrowser(): Promise<string> {
  const found = look();
  if (found) return found;
  console.log("Installing a browser for the tests (once, some minutes) …");
  if (process.platform === "linux" && process.getuid?.() === 0) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: "ignore" });
  } else {
    spawnSync("playwright-core", ["install", "chromium"], { stdio: "inherit" });
  }
  const installed = look();
  if (installed) return installed;
  console.error(
    "The browser tests need Chromium, and none could be installed. Set CHROMIUM to the path of one.",
  );
  process.exit(1);
}

function look(): string | undefined {
  const own = process.env["CHROMIUM"];
  return [...(own ? [own] : []), ...PLACES, chromium.executablePath()].find(isThere);
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
