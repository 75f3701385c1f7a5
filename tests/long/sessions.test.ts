import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { Browser, haveBrowser, haveLink, joinWith, logIn } from "../support/app.ts";
import { newPasskey } from "../support/authenticator.ts";
import { visit } from "../support/blog.ts";

beforeEach(async () => {
  const tables = "sessions passkeys invitations tokens spent audit".split(" ");
  await env.DB.batch([
    ...tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
    env.DB.prepare("UPDATE authors SET role = 'author', handle = NULL"),
  ]);
});

const count = (table: string) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first("n");

const sessionOf = (browser: Browser) => browser.cookies.get("__Host-session") ?? "";
const isIn = async (token: string): Promise<boolean> => {
  const browser = new Browser();
  browser.cookies.set("__Host-session", token);
  return (await browser.get("/api/me")).status === 200;
};
const ago = (seconds: number) =>
  `${new Date(Date.now() - seconds * 1000).toISOString().slice(0, 19)}Z`;
const setSessions = (sql: string, ...values: string[]) =>
  env.DB.prepare(`UPDATE sessions SET ${sql}`)
    .bind(...values)
    .run();

test("a token of yesterday is replaced: a lost answer and two at once throw nobody out", async () => {
  const owner = await haveBrowser("owner");
  const first = sessionOf(owner);
  await setSessions("renewed_at = ?1, seen_at = ?1", ago(90_000));
  await Promise.all([
    owner.post("/api/me/passkeys/options"),
    owner.post("/api/me/passkeys/options"),
  ]);
  const lost = sessionOf(owner);
  expect(lost).not.toBe(first);
  // The answer with the new one did not arrive; a minute later there is another.
  owner.cookies.set("__Host-session", first);
  await setSessions("next_at = ?1", ago(61));
  await owner.post("/api/me/passkeys/options");
  const next = sessionOf(owner);
  expect([await isIn(first), await isIn(lost), await isIn(next)]).toEqual([true, false, true]);
  await owner.post("/api/me/passkeys/options");
  expect([await isIn(first), await isIn(next)]).toEqual([true, true]);
  await setSessions("last_until = ?1", ago(1));
  expect([await isIn(first), await isIn(next)]).toEqual([false, true]);
  await setSessions("seen_at = ?1", ago(30 * 86_400));
  expect(await isIn(next)).toBe(false);
});

test("the session that a browser brought when it logged in is over", async () => {
  const owner = await haveBrowser("owner");
  const old = sessionOf(owner);
  await logIn(owner, owner.passkey);
  expect([await isIn(old), await isIn(sessionOf(owner))]).toEqual([false, true]);
});

test("without its passkey a session is over, and the last passkey stays", async () => {
  const owner = await haveBrowser("owner");
  expect((await owner.delete(`/api/me/passkeys/${owner.passkey.id}`)).status).toBe(409);
  const phone = await joinWith(new Browser(), await haveLink({ slug: owner.slug }));
  const other = new Browser();
  await logIn(other, phone.passkey);
  expect((await owner.delete(`/api/me/passkeys/${phone.passkey.id}`)).status).toBe(200);
  expect((await other.get("/api/me")).status).toBe(401);
  expect((await owner.get("/api/me")).status).toBe(200);
});

test("other rights end sessions and open links, and nobody but an owner gives them", async () => {
  const [owner, editor] = [await haveBrowser("owner"), await haveBrowser("editor")];
  const link = await haveLink({ slug: editor.slug, role: "editor", kind: "invitation" });
  const change = { name: "E", bio: "", url: null, email: null, role: "author" };
  expect(
    (await editor.put(`/api/people/${editor.slug}`, { ...change, role: "owner" })).status,
  ).toBe(403);
  const profile = { name: "E", bio: "", url: null, email: null };
  expect((await editor.put("/api/me", { ...profile, role: "owner" })).status).toBe(422);
  expect((await owner.put(`/api/people/${editor.slug}`, change)).status).toBe(200);
  expect((await editor.get("/api/me")).status).toBe(401);
  expect((await new Browser().post("/api/join/look", { link })).status).toBe(404);
  await logIn(editor, editor.passkey);
  expect(await (await editor.get("/api/me")).json()).toMatchObject({ role: "author" });
  expect((await owner.put(`/api/people/${owner.slug}`, change)).status).toBe(409);
});

test("whose access is taken away has no way back: passkey, session, token, link", async () => {
  const [owner, editor] = [await haveBrowser("owner"), await haveBrowser("editor")];
  const made = await editor.post("/api/me/tokens", { name: "x", scopes: ["write"], days: null });
  const { token } = (await made.json()) as { token: string };
  const feed = ((await (await editor.get("/api/comments/feed")).json()) as { url: string }).url;
  const withToken = () =>
    new Browser().ask("GET", "/api/posts", undefined, { Authorization: `Bearer ${token}` });
  const read = () => visit(feed.replace(/^https:\/\/[^/]+/, ""));
  expect([(await withToken()).status, (await read()).status]).toEqual([200, 200]);
  const invited = { slug: editor.slug, name: null, role: "editor" };
  const invitation = await owner.post("/api/people/invitations", invited);
  const link = ((await invitation.json()) as { link: string }).link.split("#")[1];
  expect((await owner.delete(`/api/people/${editor.slug}/access`)).status).toBe(200);
  expect((await editor.get("/api/me")).status).toBe(401);
  expect((await logIn(new Browser(), editor.passkey)).status).toBe(401);
  expect((await withToken()).status).toBe(401);
  expect((await new Browser().post("/api/join/look", { link })).status).toBe(404);
  expect((await read()).status).toBe(404);
  expect((await owner.delete(`/api/people/${owner.slug}/access`)).status).toBe(409);
  expect((await owner.get("/api/me")).status).toBe(200);
});

test("a link that makes less of the only owner leaves the blog its owner", async () => {
  const owner = await haveBrowser("owner");
  const link = await haveLink({ slug: owner.slug, role: "author", kind: "invitation" });
  const { joined } = await joinWith(new Browser(), link);
  expect(await joined.json()).toMatchObject({ role: "owner" });
});

test("who cannot sign writes nothing about a copied passkey", async () => {
  const owner = await haveBrowser("owner");
  await env.DB.prepare("UPDATE passkeys SET counter = 100").run();
  const forged = { ...(await newPasskey()), id: owner.passkey.id, handle: owner.passkey.handle };
  const before = await count("audit");
  expect((await logIn(new Browser(), { ...forged, counter: 5 })).status).toBe(401);
  expect(await count("audit")).toBe(before);
});

test("nobody ends somebody else's session, token, passkey or reads their list", async () => {
  const [owner, author] = [await haveBrowser("owner"), await haveBrowser("author")];
  await owner.post("/api/me/tokens", { name: "mine", scopes: ["write"], days: null });
  const [session] = (await (await owner.get("/api/me/sessions")).json()) as [{ id: string }];
  for (const path of [`sessions/${session.id}`, "tokens/mine", `passkeys/${owner.passkey.id}`])
    expect((await author.delete(`/api/me/${path}`)).status, path).toBe(404);
  const renamed = await author.put(`/api/me/passkeys/${owner.passkey.id}`, { name: "x" });
  expect(renamed.status).toBe(404);
  expect(await (await author.get("/api/me/tokens")).json()).toEqual([]);
});
