import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import type { Legal } from "../../src/admin-api/settings.ts";
import { publishDue } from "../../worker/db/write/publish.ts";
import { haveBrowser } from "../support/app.ts";
import { draftPost, havePosts, pageText, visit } from "../support/blog.ts";
import { Writer } from "../support/desk.ts";

type Someone = Awaited<ReturnType<typeof haveBrowser>>;
let owner: Someone;

beforeAll(async () => {
  await havePosts(...Array.from({ length: 12 }, (_, at) => draftPost(`post-${at}`)));
  owner = await haveBrowser("owner");
  await publishDue(env.DB, "2026-01-01T00:00:00Z");
});

const put = (changes: object) => owner.put("/api/settings/blog", changes);

test("a setting shows on every page, and the rest stays", async () => {
  expect((await put({ title: "Am <Rand>", tagline: "Notizen" })).status).toBe(200);
  const page = await pageText("/");
  expect(page).toContain("Am &lt;Rand>");
  expect(page).toContain("Notizen");
  expect((await put({ lang: "de" })).status).toBe(200);
  expect(await pageText("/nirgends/")).toContain('lang="de"');
  expect(await (await owner.get("/api/settings/blog")).json()).toMatchObject({
    ...{ title: "Am <Rand>", lang: "de", postsPerPage: 10 },
  });
});

test("a page of a list has as many posts as the setting says", async () => {
  const posts = async () => ((await pageText("/")).match(/class="post[ "]/g) ?? []).length;
  expect(await posts()).toBe(10);
  await put({ postsPerPage: 3 });
  expect(await posts()).toBe(3);
  expect((await visit("/page/4/")).status).toBe(200);
  expect((await visit("/page/5/")).status).toBe(404);
  await put({ postsPerPage: 10 });
});

test("new posts get their path by the pattern", async () => {
  await put({ permalink: "/blog/:year/:slug/" });
  const writer = await new Writer(owner).begin({ title: "Nach Muster", markdown: "x" });
  const response = await writer.publish({}, { date: "2025-03-01 10:00" });
  expect(await response.json()).toMatchObject({ path: "/blog/2025/nach-muster/" });
  await put({ permalink: "/:year/:month/:slug/" });
});

test("colours that can be read are in the page and in its policy; others are refused", async () => {
  const dark = { link: null, paper: null };
  await put({ theme: { light: { link: "#004488", paper: null }, dark } });
  const response = await visit("/");
  const page = await response.text();
  const css = ":root{--link:#004488}";
  expect(page).toContain(`<style>${css}</style>`);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(css));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  expect(response.headers.get("Content-Security-Policy")).toContain(`'sha256-${hash}'`);
  const pale = await put({ theme: { light: { link: "#ffddaa", paper: null }, dark } });
  expect(await pale.json()).toMatchObject({ field: "theme.light.link", reason: "contrast" });
  const gray = await put({ theme: { light: { link: null, paper: "#777777" }, dark } });
  expect(await gray.json()).toMatchObject({ field: "theme.light.paper", reason: "contrast" });
  const code = "red}</style><script>alert(1)</script>";
  expect((await put({ theme: { light: { link: code, paper: null }, dark } })).status).toBe(422);
});

test.each([
  [{ permalink: "/posts/" }, "permalink", "slug"],
  [{ permalink: "/:slug" }, "permalink", "pattern"],
  [{ permalink: "/:id/:slug/" }, "permalink", "pattern"],
  [{ permalink: "/tags/:slug/" }, "permalink", "reserved"],
  [{ permalink: "//evil.test/:slug/" }, "permalink", "pattern"],
  [{ timeZone: "Mars/Phobos" }, "timeZone", "choice"],
  [{ postsPerPage: 21 }, "postsPerPage", "large"],
  [{ postsPerPage: 0 }, "postsPerPage", "small"],
  [{ lang: "fr" }, "lang", "choice"],
  [{ title: " " }, "title", "missing"],
  [{ title: "x".repeat(101) }, "title", "long"],
  [{ retention: { spam: 0, trash: 30, figures: 30 } }, "retention.spam", "small"],
  [{ colour: "red" }, "colour", "unknown"],
])("%o is refused with its field", async (changes, field, reason) => {
  const response = await put(changes);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ field, reason });
});

test("a blog without a whole imprint asks search engines to stay away, and says so", async () => {
  const legal = async () => (await owner.get("/api/settings/legal")).json<Legal>();
  expect(await legal()).toMatchObject({ hidden: true, imprint: { id: null } });
  expect(await pageText("/")).toContain('name="robots" content="noindex"');
  const facts = { name: "Jule Brandt", address: "Musterweg 43\n00000 Musterstadt", phone: "" };
  await owner.put("/api/settings/imprint", { ...facts, email: null });
  expect(await legal()).toMatchObject({ hidden: true, imprint: { empty: true } });
  await owner.put("/api/settings/imprint", { ...facts, email: "jule@rand.test" });
  expect(await legal()).toMatchObject({ hidden: false, imprint: { empty: false } });
  const page = await pageText("/");
  expect(page).not.toContain('content="noindex"');
  for (const path of ["/", "/nirgends/", "/search/?q=x"])
    expect(await pageText(path)).toContain('href="/impressum/"');
  expect(await pageText("/impressum/")).toContain("Musterweg 43<br>");
});

test("the privacy page says what the settings are, in the blog's language", async () => {
  await put({ lang: "de", retention: { spam: 12, trash: 34, figures: 100 } });
  await owner.put("/api/settings/privacy", {});
  const page = await pageText("/datenschutz/");
  expect(page).toContain("nach 12 Tagen");
  expect(page).toContain("nach 34 Tagen");
  await put({ retention: { spam: 5, trash: 34, figures: 100 } });
  const legal: Legal = await (await owner.get("/api/settings/legal")).json();
  expect(legal.privacy).toMatchObject({ outdated: true, path: "/datenschutz/" });
  expect(legal.privacyText).toContain("nach 5 Tagen");
  await put({ lang: "en" });
  const english: Legal = await (await owner.get("/api/settings/legal")).json();
  expect(english.privacyText).toContain("after 5\ndays");
});
