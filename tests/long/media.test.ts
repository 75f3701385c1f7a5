import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { draftPost, havePosts, visit } from "../support/blog.ts";
import { visitIn } from "../support/house.ts";

const KEY = "0123456789abcdef0123456789abcdef";
const PATH = `/media/${KEY}/bild.png`;
const BYTES = "0123456789";

beforeAll(async () => {
  await env.MEDIA.put(KEY, BYTES, { httpMetadata: { contentType: "image/png" } });
});

/** The bytes as text; `text()` warns about pictures. */
const textOf = async (response: Response): Promise<string> =>
  new TextDecoder().decode(await response.arrayBuffer());

const range = (value: string) => visit(PATH, { headers: { Range: value } });

test("a file is served whole, for a year, and cannot act", async () => {
  const response = await visit(PATH);
  expect(response.status).toBe(200);
  expect(await textOf(response)).toBe(BYTES);
  expect(response.headers.get("Content-Type")).toBe("image/png");
  expect(response.headers.get("Content-Length")).toBe("10");
  expect(response.headers.get("Server-Timing")).toContain("queries=0");
  expect(response.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  expect(response.headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
  expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
});

test.each([
  ["bytes=0-3", "0123", "bytes 0-3/10"],
  ["bytes=4-", "456789", "bytes 4-9/10"],
  ["bytes=-2", "89", "bytes 8-9/10"],
  ["bytes=8-99", "89", "bytes 8-9/10"],
  ["bytes=-99", BYTES, "bytes 0-9/10"],
])("the range %s is answered with that part", async (value, text, contentRange) => {
  const response = await range(value);
  expect(response.status).toBe(206);
  expect(await textOf(response)).toBe(text);
  expect(response.headers.get("Content-Range")).toBe(contentRange);
});

test.each(["bytes=10-", "bytes=99-100", "bytes=-0"])(
  "the range %s cannot be had",
  async (value) => {
    const response = await range(value);
    expect(response.status).toBe(416);
    expect(response.headers.get("Content-Range")).toBe("bytes */10");
  },
);

test.each(["bytes=0-,1-,2-", "bytes=5-4", "bytes=9e99-", "items=0-1", "bytes=-", "bytes=a-b"])(
  "%s counts as no range",
  async (value) => {
    const response = await range(value);
    expect(response.status).toBe(200);
    expect(await textOf(response)).toBe(BYTES);
  },
);

test("who has the file gets no bytes", async () => {
  const etag = (await visit(PATH)).headers.get("ETag") ?? "";
  const response = await visit(PATH, { headers: { "If-None-Match": `"other", ${etag}` } });
  expect(response.status).toBe(304);
  expect(await textOf(response)).toBe("");
});

test("HEAD says the size", async () => {
  const response = await visit(PATH, { method: "HEAD" });
  expect(response.headers.get("Content-Length")).toBe("10");
  expect(await textOf(response)).toBe("");
});

test("what is not known to be harmless is a download", async () => {
  const key = KEY.replace("0", "f");
  await env.MEDIA.put(key, "x", { httpMetadata: { contentType: "application/pdf" } });
  const response = await visit(`/media/${key}/a.pdf`);
  expect(response.headers.get("Content-Disposition")).toBe(
    "attachment; filename=\"a.pdf\"; filename*=UTF-8''a.pdf",
  );
});

test.each([
  ["a%22;x=.html", "a-x.png"],
  ["%E2%80%AEgpj.exe", "gpj.png"],
  ["x.js", "x.png"],
])("saved as %s a file is called %s", async (name, clean) => {
  const response = await visit(`/media/${KEY}/${name}`);
  expect(response.headers.get("Content-Disposition")).toBe(
    `inline; filename="${clean}"; filename*=UTF-8''${clean}`,
  );
});

test("a part is given only of the file that somebody has a part of", async () => {
  const etag = (await visit(PATH)).headers.get("ETag") ?? "";
  const statusWith = async (has: string) =>
    (await visit(PATH, { headers: { Range: "bytes=2-3", "If-Range": has } })).status;
  expect(await statusWith(etag)).toBe(206);
  expect(await statusWith('"other"')).toBe(200);
  expect(await statusWith("Tue, 24 Nov 2026 10:00:00 GMT")).toBe(200);
});

test.each([
  "/media/x/y.png",
  `/media/${KEY.slice(1)}/y.png`,
  `/media/${KEY.replace("0", "e")}/y.png`,
])("%s is missing", async (path) => expect((await visit(path)).status).toBe(404));

test("while R2 does not answer a file is an outage, never a file that is missing", async () => {
  const failing = () => Promise.reject(new Error("get: We encountered an internal error (10001)"));
  const MEDIA = { head: failing, get: failing } as unknown as R2Bucket;
  const response = await visitIn({ env: { MEDIA } }, PATH);
  expect(response.status).toBe(503);
  expect(response.headers.get("Retry-After")).toBe("30");
  expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  const late = { head: () => env.MEDIA.head(KEY), get: failing } as unknown as R2Bucket;
  expect((await visitIn({ env: { MEDIA: late } }, PATH)).status).toBe(503);
  const gone = { head: () => env.MEDIA.head(KEY), get: async () => null } as unknown as R2Bucket;
  const missing = await visitIn({ env: { MEDIA: gone } }, PATH);
  expect(missing.status).toBe(404);
  expect(missing.headers.get("Cache-Control")).not.toMatch(/immutable|max-age=\d{3}/);
});

test("where the bucket has an address of its own, pages and feeds name it, and the old one answers", async () => {
  await havePosts(draftPost("hut", { text: `<p><img src="${PATH}" alt="Hut"></p>` }));
  const there = { env: { MEDIA_ORIGIN: "https://media.test" } };
  for (const path of ["/2010/03/hut/", "/", "/feed.xml", "/feed.json"]) {
    const text = await (await visitIn(there, path)).text();
    expect(text).toContain(`https://media.test/${KEY}`);
    expect(text).not.toContain(PATH);
    expect(await (await visit(path)).text()).toContain(PATH);
  }
  const policy = (await visitIn(there, "/")).headers.get("Content-Security-Policy");
  expect(policy).toContain("img-src 'self' data: https://media.test;");
  expect((await visitIn(there, PATH)).status).toBe(200);
});
