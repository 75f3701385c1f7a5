import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { Browser, haveLink, joinWith, logIn, sayFor } from "../support/app.ts";
import {
  assert,
  base64url,
  fromBase64url,
  newPasskey,
  register,
  type Said,
} from "../support/authenticator.ts";
import { pageText } from "../support/blog.ts";

beforeEach(async () => {
  const tables = "sessions passkeys invitations tokens spent audit".split(" ");
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
});

const count = (table: string) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first("n");

test("whoever has the owner's link registers a passkey, once, and is logged in", async () => {
  const link = await haveLink();
  const browser = new Browser();
  const offer = await browser.post("/api/join/look", { link });
  expect(await offer.json()).toMatchObject({ kind: "owner", name: null, role: "owner" });
  const { joined, passkey } = await joinWith(browser, link, { name: "Anna Ö" });
  expect(await joined.json()).toMatchObject({ slug: "anna-oe", name: "Anna Ö", role: "owner" });
  expect((await browser.get("/api/me")).status).toBe(200);
  const other = new Browser();
  expect((await other.post("/api/join/look", { link })).status).toBe(404);
  expect((await other.post("/api/join/options", { link, name: "Eve" })).status).toBe(404);
  expect((await logIn(other, passkey)).status).toBe(200);
  expect(await other.get("/api/me").then((me) => me.json())).toMatchObject({ name: "Anna Ö" });
  // What every blog should have is there, with gaps to be filled in.
  expect(await pageText("/imprint/")).toContain("⟨name⟩");
  expect(await pageText("/nowhere/")).toContain('href="/privacy/"');
  const line = await env.DB.prepare("SELECT action, detail FROM audit").first();
  expect(line).toEqual({ action: "join-owner", detail: "anna-oe owner" });
});

test("of two who follow one link at once, one gets in", async () => {
  const authors = Number(await count("authors"));
  const link = await haveLink();
  const tries = await Promise.all(
    ["A", "B", "C"].map((name) => joinWith(new Browser(), link, { name })),
  );
  expect(tries.map(({ joined }) => joined.status).sort()).toEqual([200, 401, 401]);
  expect(await count("authors")).toBe(authors + 1);
  expect(await count("passkeys")).toBe(1);
});

test("without a link nobody gets in, also where nobody owns the blog", async () => {
  const link = base64url(new Uint8Array(32));
  const stranger = new Browser();
  for (const path of ["/api/join/look", "/api/join/options"])
    expect((await stranger.post(path, { link })).status).toBe(404);
  const old = await haveLink({ expiresAt: "2026-01-01T00:15:00Z" });
  expect((await stranger.post("/api/join/look", { link: old })).status).toBe(404);
  const unknown = { ...(await newPasskey()), handle: "aGFuZGxl" };
  expect((await logIn(stranger, unknown)).status).toBe(401);
  expect(await count("sessions")).toBe(0);
});

/** Everything that an answer says, each changed alone. */
const LIES: Record<string, Partial<Said> | ((answer: Answer) => void)> = {
  challenge: { challenge: base64url(new Uint8Array(32)) },
  "origin with http": { origin: "http://blog.test" },
  "origin with a port": { origin: "https://blog.test:8443" },
  "origin of a sub-domain": { origin: "https://x.blog.test" },
  "origin with more behind it": { origin: "https://blog.test.evil.test" },
  "origin with a dot": { origin: "https://blog.test." },
  "origin in capitals": { origin: "https://BLOG.test" },
  "relying party": { rpId: "evil.test" },
  "kind of ceremony": { type: "webauthn.create" },
  "nobody present": { flags: 4 },
  "nobody verified": { flags: 1 },
  "in a frame": { more: { crossOrigin: true } },
  "in a frame of another": { more: { crossOrigin: true, topOrigin: "https://evil.test" } },
  id: (answer) => set(answer, { id: base64url(new Uint8Array(16)) }),
  rawId: (answer) => set(answer, { rawId: base64url(new Uint8Array(16)) }),
  "id and rawId": (answer) =>
    set(answer, { id: base64url(new Uint8Array(16)), rawId: base64url(new Uint8Array(16)) }),
  "kind of credential": (answer) => set(answer, { type: "password" }),
  "missing signature": ({ response }) => set(response, { signature: "" }),
  signature: ({ response }) => set(response, { signature: bend(response.signature, 20) }),
  "authenticator's data": ({ response }) =>
    set(response, { authenticatorData: bend(response.authenticatorData, 36) }),
  "browser's data": ({ response }) =>
    set(response, { clientDataJSON: bend(response.clientDataJSON, 30) }),
  owner: ({ response }) => set(response, { userHandle: base64url(new Uint8Array(24)) }),
  "missing owner": ({ response }) => set(response, { userHandle: undefined }),
};
const set = (object: object, changes: object): void => void Object.assign(object, changes);
type Answer = Awaited<ReturnType<typeof assert>>;

/** One bit of one byte. */
function bend(text: string, at: number): string {
  const data = fromBase64url(text);
  data[at] = (data[at] ?? 0) ^ 1;
  return base64url(data);
}

test.each(Object.entries(LIES))("an answer with another %s is refused", async (_name, lie) => {
  const owner = new Browser();
  const { passkey } = await joinWith(owner, await haveLink(), { name: "Anna" });
  const sessions = await count("sessions");
  const browser = new Browser();
  const asked = await browser.post("/api/login/options");
  const { options } = (await asked.json()) as { options: { challenge: string } };
  const said = sayFor(options.challenge, typeof lie === "function" ? {} : lie);
  const response = (await assert(passkey, said)) as Answer;
  if (typeof lie === "function") lie(response);
  const refused = await browser.post("/api/login", { response });
  expect([401, 422]).toContain(refused.status);
  expect(refused.headers.getSetCookie().join()).not.toMatch(/session=[^;]/);
  expect(await count("sessions")).toBe(sessions);
  expect((await browser.get("/api/me")).status).toBe(401);
  // The same passkey, unbent, still opens.
  expect((await logIn(browser, passkey)).status).toBe(200);
});

test("an answer serves once, in the browser that asked, for what was asked", async () => {
  const owner = new Browser();
  const { passkey } = await joinWith(owner, await haveLink(), { name: "Anna" });
  const browser = new Browser();
  const { options } = (await (await browser.post("/api/login/options")).json()) as {
    options: { challenge: string };
  };
  const cookie = new Map(browser.cookies);
  const response = await assert(passkey, sayFor(options.challenge));
  expect((await new Browser().post("/api/login", { response })).status).toBe(401);
  expect((await browser.post("/api/login", { response })).status).toBe(200);
  const again = new Browser();
  for (const [name, value] of cookie) again.cookies.set(name, value);
  expect((await again.post("/api/login", { response })).status).toBe(401);
  const mixed = new Browser();
  const link = await haveLink({ slug: "anna" });
  const joining = await mixed.post("/api/join/options", { link });
  const { options: other } = (await joining.json()) as { options: { challenge: string } };
  const login = await assert(passkey, sayFor(other.challenge));
  expect((await mixed.post("/api/login", { response: login })).status).toBe(401);
});

test("a counter of zero is fine, one that falls is refused and noted, and other passkeys still open", async () => {
  const owner = new Browser();
  const { passkey } = await joinWith(owner, await haveLink(), { name: "Anna" });
  for (const counter of [0, 0, 10]) {
    passkey.counter = counter;
    expect((await logIn(new Browser(), passkey)).status).toBe(200);
  }
  passkey.counter = 9;
  expect((await logIn(new Browser(), passkey)).status).toBe(401);
  const line = await env.DB.prepare(
    "SELECT action FROM audit WHERE action = 'passkey-copied'",
  ).first();
  expect(line).not.toBeNull();
  passkey.counter = 11;
  expect((await logIn(new Browser(), passkey)).status).toBe(200);
});

test("a session that a browser brought along is not the one it gets", async () => {
  const owner = new Browser();
  const { passkey } = await joinWith(owner, await haveLink(), { name: "Anna" });
  const fixed = new Browser();
  const old = owner.cookies.get("__Host-session") ?? "";
  fixed.cookies.set("__Host-session", old);
  await logIn(fixed, passkey);
  expect(fixed.cookies.get("__Host-session")).not.toBe(old);
  const answer = await fixed.post("/api/login/options");
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^__Host-challenge=[^;]+; Path=\/; Max-Age=120; HttpOnly; SameSite=Strict; Secure$/,
  );
});

test("who is unknown and who is known but wrong hear the same", async () => {
  const owner = new Browser();
  const { passkey } = await joinWith(owner, await haveLink(), { name: "Anna" });
  const nobody = { ...(await newPasskey()), handle: passkey.handle };
  const unknown = await logIn(new Browser(), nobody);
  const wrong = await logIn(new Browser(), { ...nobody, id: passkey.id });
  const said = async (response: Response) => [
    response.status,
    await response.text(),
    [...response.headers].map(([name]) => name).sort(),
  ];
  expect(await said(unknown)).toEqual(await said(wrong));
});

/** The same for a new passkey. */
const FORGERIES: Record<string, Partial<Said> | ((answer: Registered) => void)> = {
  challenge: { challenge: base64url(new Uint8Array(32)) },
  origin: { origin: "https://blog.test.evil.test" },
  "relying party": { rpId: "evil.test" },
  "kind of ceremony": { type: "webauthn.get" },
  "nobody present": { flags: 68 },
  "nobody verified": { flags: 65 },
  "no key": { flags: 5 },
  "in a frame": { more: { crossOrigin: true } },
  id: (answer) => set(answer, { id: base64url(new Uint8Array(16)) }),
  rawId: (answer) => set(answer, { rawId: base64url(new Uint8Array(16)) }),
  "kind of credential": (answer) => set(answer, { type: "password" }),
  attestation: ({ response }) =>
    set(response, { attestationObject: bend(response.attestationObject, 3) }),
  "browser's data": ({ response }) =>
    set(response, { clientDataJSON: bend(response.clientDataJSON, 30) }),
};
type Registered = Awaited<ReturnType<typeof register>>;

test.each(Object.entries(FORGERIES))(
  "a new passkey with another %s is refused",
  async (_n, lie) => {
    const link = await haveLink({ kind: "invitation", role: "author", name: "Eve" });
    const browser = new Browser();
    const asked = await browser.post("/api/join/options", { link });
    const { options } = (await asked.json()) as { options: { challenge: string } };
    const honest = { type: "webauthn.create", flags: 69 } as const;
    const said = sayFor(options.challenge, {
      ...honest,
      ...(typeof lie === "function" ? {} : lie),
    });
    const response = await register(await newPasskey(), said);
    if (typeof lie === "function") lie(response);
    const refused = await browser.post("/api/join", { link, passkey: "Phone", response });
    expect([401, 422]).toContain(refused.status);
    expect(await count("passkeys")).toBe(0);
    // The link is still good for who comes honestly.
    expect((await joinWith(new Browser(), link)).joined.status).toBe(200);
  },
);
