import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { hashToken } from "../../worker/auth/tokens.ts";
import { revokeToken } from "../../worker/db/write/tokens.ts";
import { HASH, haveToken, NAMES, POSTS, Program } from "../support/api.ts";
import { visit } from "../support/blog.ts";
import { ORIGIN, visitIn } from "../support/house.ts";

const program = new Program();

const PATHS = {
  "/api/files": "GET, POST",
  "/api/publish": "POST",
  [`/api/media/${HASH}`]: "PUT",
};

test.each(Object.entries(PATHS))("%s answers %s and nothing else", async (path, allowed) => {
  for (const method of ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
    const response = await visit(path, { method });
    if (allowed.split(", ").includes(method)) {
      await program.refusal(response, 401);
      expect(response.headers.get("WWW-Authenticate")).toBe('Bearer realm="Randnotiz"');
    } else {
      await program.refusal(response, 405);
      expect(response.headers.get("Allow")).toBe(allowed);
    }
  }
  expect((await visit(path, { method: "HEAD", headers: program.bearer() })).status).toBe(405);
});

test.each(["/api/", "/api/x", "/api/publish/", "/api/publish/x", "/api//publish", "/api/media/"])(
  "%s is missing",
  async (path) => {
    await program.refusal(await visit(path, { headers: program.bearer() }), 404);
    await program.refusal(await visit(path, { method: "POST", body: "{}" }), 404);
  },
);

test("who has no valid token with the scope gets nowhere", async () => {
  const unknown = program.token.replace(/.$/, (last) => (last === "A" ? "Q" : "A"));
  const old = await haveToken({ expiresAt: "2026-01-01T00:00:00Z" });
  const revoked = await haveToken({ name: "revoked" });
  await revokeToken(env.DB, "revoked", "2026-01-02T00:00:00Z").run();
  const other = await haveToken({ scopes: "read publishing" });
  const ask = [
    (headers: Record<string, string>) => visit("/api/files", { headers }),
    (headers: Record<string, string>) => program.post(NAMES, headers, "/api/files"),
    (headers: Record<string, string>) => program.post(POSTS, headers),
    (headers: Record<string, string>) => program.put("GIF89a", HASH, headers),
  ];
  for (const send of ask) {
    for (const wrong of [
      unknown,
      old,
      revoked,
      "x",
      `${program.token}x`,
      "randnotiz_' OR 1=1 --",
    ]) {
      const response = await send(program.bearer(wrong));
      await program.refusal(response, 401);
      expect(response.headers.get("WWW-Authenticate")).toContain('Bearer realm="Randnotiz"');
    }
    await program.refusal(await send({ Authorization: `Basic ${program.token}` }), 401);
    await program.refusal(await send({ Authorization: "", Cookie: `token=${program.token}` }), 401);
    const scopeless = await send(program.bearer(other));
    expect(await program.refusal(scopeless, 403)).toContain("publish");
    expect(scopeless.headers.get("WWW-Authenticate")).toContain("insufficient_scope");
  }
});

test("a token is stored as a hash, and the day of its use is noted", async () => {
  const used = await haveToken({ name: "used" });
  expect((await visit("/api/files", { headers: program.bearer(used) })).status).toBe(200);
  const row = await env.DB.prepare("SELECT * FROM tokens WHERE name = 'used'").first();
  expect(row).toMatchObject({
    hash: await hashToken(used),
    used_on: expect.stringMatching(/^20\d\d-/),
  });
  expect(JSON.stringify(row)).not.toContain(used.slice(10));
});

test("a blog that lives elsewhere takes no token", async () => {
  const elsewhere = { origin: "https://other.test" };
  const answer = await visitIn(elsewhere, "/api/files", { headers: program.bearer() });
  expect(await program.refusal(answer, 421)).toContain(ORIGIN);
});

test("while the database is away a program is asked for patience; a bug says nothing of itself", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const failing = (error: Error) =>
    ({
      prepare: () => {
        throw error;
      },
    }) as unknown as D1Database;
  const ask = (error: Error) =>
    visitIn({ env: { DB: failing(error) } }, "/api/files", { headers: program.bearer() });
  const away = await ask(new Error("D1_ERROR: Network connection lost."));
  expect(away.headers.get("Retry-After")).toBe("30");
  expect(await program.refusal(away, 503)).not.toContain("D1");
  expect(await program.refusal(await ask(new TypeError("secret")), 500)).toBe("undefined");
});
