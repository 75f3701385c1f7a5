import { readFileSync } from "node:fs";
import type { Browser, CDPSession, Page } from "playwright-core";
import type { Watched } from "./server.node.ts";
import { openVisitor } from "./visitor.node.ts";

/** An author at their browser, with a device that keeps passkeys and says yes to everything. */
export interface Author extends Watched {
  readonly go: (path: string) => Promise<unknown>;
  /** The device is lost, and with it every passkey. */
  readonly loseDevice: () => Promise<void>;
  readonly passkeys: () => Promise<number>;
  /** What the API answers the application. */
  readonly ask: <To>(path: string) => Promise<To>;
  /** The status of a request that deletes. */
  readonly delete: (path: string) => Promise<number>;
  /** What axe says against the page as it is now. */
  readonly complainOfAccess: () => Promise<string[]>;
}

/** Opens the browser of an author. One session of the protocol owns the device as long as the page lives. */
export async function openAuthor(browser: Browser, origin: string): Promise<Author> {
  const watched = await openVisitor(browser, origin, { locale: "de-DE" });
  const { page } = watched;
  page.setDefaultTimeout(60_000);
  // The device says yes to what a field offers by itself, too, which would open a session beside the button's.
  await page.addInitScript(() => {
    if ("PublicKeyCredential" in globalThis)
      PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...({ protocol: "ctap2", transport: "internal" } as const),
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
      automaticPresenceSimulation: true,
    },
  });
  return {
    ...watched,
    go: (path) => page.goto(origin + path),
    loseDevice: async () => {
      await session.send("WebAuthn.clearCredentials", { authenticatorId });
    },
    passkeys: async () =>
      (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
    ask: (path) => page.evaluate(async (to) => (await fetch(to)).json(), path),
    delete: (path) =>
      page.evaluate(async (to) => (await fetch(to, { method: "DELETE" })).status, path),
    complainOfAccess: () => runAxe(page, session),
  };
}

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** The protocol may run what the page's policy would not. */
async function runAxe(page: Page, session: CDPSession): Promise<string[]> {
  await session.send("Runtime.evaluate", { expression: `globalThis.axe || (() => {${AXE}})()` });
  const { result } = await session.send("Runtime.evaluate", {
    ...{ expression: RUN_AXE, awaitPromise: true, returnByValue: true },
  });
  const { pathname } = new URL(page.url());
  return (result.value as string[]).map((complaint) => `${pathname} ${complaint}`);
}

const RUN_AXE = `axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map(({ html, failureSummary }) => id + ": " + html.slice(0, 200) + " — " + failureSummary)))`;

/** A file that somebody may choose. */
export async function drawPicture(page: Page) {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [600, 400];
    canvas.getContext("2d")?.fillRect(0, 0, 300, 400);
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  });
  return { name: "meer.png", mimeType: "image/png", buffer: Buffer.from(drawn, "base64") };
}
