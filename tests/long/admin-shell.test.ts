import { expect, test } from "vitest";
import { haveBrowser } from "../support/app.ts";
import { draftPost, havePosts, visit } from "../support/blog.ts";
import { ORIGIN } from "../support/house.ts";

const NONCE = /nonce[-=]"?([\w+/=]{24})/g;
const withoutNonce = (text: string) => text.replace(NONCE, "nonce");

const INSIDE = ["/admin/", "/admin/posts/", "/admin/posts/12/", "/admin/login/", "/admin/join/"];

test("every page of the application is one shell, which no cache and no search engine keeps", async () => {
  const texts = new Set<string>();
  for (const path of INSIDE) {
    const response = await visit(path);
    expect(response.status, path).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "cdn-cache-control": "no-store",
      "x-robots-tag": "noindex",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "x-content-type-options": "nosniff",
    });
    expect(response.headers.has("Set-Cookie")).toBe(false);
    texts.add(withoutNonce(await response.text()));
  }
  expect(texts.size).toBe(1);
});

test("the shell's policy lets in the blog's own files, and styles with the nonce of this answer", async () => {
  const responses = [await visit("/admin/"), await visit("/admin/")];
  const nonces = await Promise.all(
    responses.map(async (response) => {
      const policy = response.headers.get("Content-Security-Policy") ?? "";
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).toContain("trusted-types 'none'");
      expect(policy).not.toContain("unsafe");
      const [said] = [...policy.matchAll(NONCE)].map(([, nonce]) => nonce);
      const used = [...(await response.text()).matchAll(NONCE)].map(([, nonce]) => nonce);
      expect(used).toEqual([said]);
      return said;
    }),
  );
  expect(new Set(nonces).size).toBe(2);
  const allowed = responses[0]?.headers.get("Permissions-Policy");
  expect(allowed).toContain("publickey-credentials-get=(self)");
  expect(allowed).toContain("publickey-credentials-create=(self)");
});

test("the shell is the same for an owner as for a stranger, and says nothing of the blog", async () => {
  await havePosts(draftPost("geheim", { status: "draft", title: "Canary" }));
  const owner = await haveBrowser("owner");
  const shells = [await visit("/admin/posts/"), await owner.get("/admin/posts/")];
  const [stranger = "", own = ""] = await Promise.all(shells.map((shell) => shell.text()));
  expect(withoutNonce(own)).toBe(withoutNonce(stranger));
  expect(own).not.toMatch(/Canary|the-owner/);
});

test("what only looks like the application is none of it", async () => {
  const others = [
    ...["/admin/x.css", "/admin/.env", "/admin/posts/x.js", "/admin/posts/12.json", "/admin;x"],
    ...["/Admin/", "/ADMIN/", "/administrator/", "/admin%2fposts/"],
    ...["/admin/%00/", "/admin/posts;jsessionid=1/", "/x/admin/", "/admin/Posts/"],
  ];
  for (const path of others) {
    const response = await visit(path);
    expect([301, 308, 404], path).toContain(response.status);
    expect(await response.text(), path).not.toContain('id="app"');
  }
  for (const [path, better] of [
    ["/admin", "/admin/"],
    ["//admin/", "/admin/"],
    ["/admin/posts", "/admin/posts/"],
  ] as const) {
    const response = await visit(path);
    expect(response.status, path).toBe(308);
    expect(response.headers.get("Location"), path).toBe(ORIGIN + better);
  }
});

test("the shell can be read and nothing else", async () => {
  const head = await visit("/admin/", { method: "HEAD" });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe("");
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
    const response = await visit("/admin/posts/", { method, headers: { Origin: ORIGIN } });
    expect(response.status, method).toBe(405);
    expect(response.headers.get("Allow"), method).toBe("GET, HEAD");
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  }
});
