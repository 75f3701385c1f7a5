import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MediaList } from "../../src/admin-api/media.ts";
import { openSession } from "../../worker/auth/sessions.ts";
import { insertPasskey } from "../../worker/db/write/people/passkeys.ts";
import { insertAuthor } from "../../worker/db/write/save.ts";
import { setSetting } from "../../worker/db/write/settings.ts";
import { updateSite } from "../../worker/db/write/site.ts";
import { bytesOf, exif, segment } from "../support/pictures.ts";
import { openBrowser, type RunningBlog, startBlog } from "../support/server.node.ts";
import { openVisitor, unexpected } from "../support/visitor.node.ts";

const NOW = `${new Date().toISOString().slice(0, 19)}Z`;
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
let blog: RunningBlog;
let browser: Browser;
let token = "";

beforeAll(async () => {
  blog = await startBlog(async ({ env: { DB } }) => {
    const passkey = {
      id: "cGFzc2tleQ",
      name: "Telefon",
      publicKey: "",
      counter: 0,
      transports: [],
    };
    const session = { authorId: null, passkeyId: passkey.id, browser: "Chromium", now: NOW };
    const opened = await openSession(DB, session, random);
    token = opened.token;
    await DB.batch([
      insertAuthor(DB, { slug: "anna", name: "Anna", role: "owner" }),
      DB.prepare("UPDATE authors SET handle = 'anna' WHERE slug = 'anna'"),
      insertPasskey(DB, "anna", { ...passkey, now: NOW }),
      opened.statement,
      setSetting(DB, "lang", "de"),
      updateSite(DB),
    ]);
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await blog?.stop();
});

/** Anna, before her library. */
async function openLibrary() {
  const watched = await openVisitor(browser, blog.origin, { locale: "de-DE" });
  await watched.page.context().addCookies([{ name: "session", value: token, url: blog.origin }]);
  await watched.page.goto(`${blog.origin}/admin/media/`);
  await watched.page.locator(".media-page").waitFor();
  return watched;
}

const choose = (page: Page, name: string, bytes: Uint8Array) =>
  page.setInputFiles("[data-media-input]", {
    ...{ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) },
  });

const listed = (page: Page): Promise<MediaList> =>
  page.evaluate(async () => (await fetch("/api/media")).json());

test("a photo of a camera held upright is stored upright, in sizes, and says nothing of its place", async () => {
  const { page, complaints } = await openLibrary();
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [1_800, 1_200];
    canvas.getContext("2d")?.fillRect(0, 0, 900, 1_200);
    return canvas.toDataURL("image/jpeg").split(",")[1] ?? "";
  });
  const plain = Uint8Array.from(Buffer.from(drawn, "base64"));
  const place = segment(0xe1, "Exif\0\0", exif("52.5N 13.4E", 6));
  await choose(page, "Urlaub am Meer.jpg", bytesOf(plain.subarray(0, 2), place, plain.subarray(2)));
  await page.getByRole("button", { name: "Urlaub-am-Meer.jpg" }).waitFor();
  await page.locator(".uploads").waitFor({ state: "detached" });
  const [media] = (await listed(page)).items;
  expect(media).toMatchObject({ width: 1_200, height: 1_800, type: "image/jpeg" });
  expect(media?.sizes.map(({ width }) => width)).toEqual([480, 960]);
  for (const { key } of [...(media?.sizes ?? []), media ?? { key: "" }]) {
    const stored = await (await fetch(`${blog.origin}/media/${key}/a.jpg`)).bytes();
    expect(Buffer.from(stored).toString("latin1")).not.toMatch(/52\.5N|Exif/);
  }
  await page.getByRole("button", { name: "Urlaub-am-Meer.jpg" }).click();
  await page.getByRole("textbox", { name: "Beschreibung" }).fill("Ein Strand");
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByText("Gespeichert.").waitFor();
  expect((await listed(page)).items[0]?.alt).toBe("Ein Strand");
  await page.getByRole("button", { name: "Löschen" }).click();
  await page.locator("dialog").last().getByRole("button", { name: "Löschen" }).click();
  await page.getByText("ist gelöscht").waitFor();
  expect((await listed(page)).items).toEqual([]);
  expect(unexpected(complaints)).toEqual([]);
  await page.context().close();
});

test("sound that a lost network and a reload broke off goes on where it was", async () => {
  const { page } = await openLibrary();
  const sound = bytesOf("ID3", new Uint8Array(8_500_000).fill(7));
  const sent: string[] = [];
  page.on("requestfinished", (request) => {
    if (request.method() === "PUT")
      sent.push(new URL(request.url()).pathname.split("/").at(-1) ?? "");
  });
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.setBlockedURLs", { urls: ["*/api/uploads/*/2"] });
  const cut = page.waitForEvent("requestfailed", {
    ...{ predicate: (request) => request.url().endsWith("/2"), timeout: 50_000 },
  });
  await choose(page, "folge.mp3", sound);
  await cut;
  await network.send("Network.setBlockedURLs", { urls: [] });
  await page.reload();
  await page.getByText("Nicht zu Ende hochgeladen: folge.mp3").waitFor();
  expect(sent).toEqual(["1"]);
  await choose(page, "folge.mp3", sound);
  await page.getByRole("button", { name: "folge.mp3" }).waitFor();
  expect(sent).toEqual(["1", "2"]);
  const [media] = (await listed(page)).items;
  expect(media).toMatchObject({ type: "audio/mpeg", bytes: sound.length });
  await choose(page, "boese.png", bytesOf("<svg onload=alert(1)>"));
  await page.getByText("Diese Art von Datei wird nicht gespeichert").waitFor();
  expect((await listed(page)).items).toHaveLength(1);
  await page.context().close();
});
