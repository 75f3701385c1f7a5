import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { draftComment, draftPost, haveComments, havePosts, term, visit } from "../support/blog.ts";
import { ORIGIN } from "../support/house.ts";
import { haveManyComments } from "../support/many.ts";

beforeAll(async () => {
  await havePosts(
    draftPost("hallo", { title: "Hallo", tags: [term("Züge")], categories: [term("Kolumne")] }),
    draftPost("alt", { path: "/archives/42-alt.html", title: "Alter Pfad" }),
    draftPost("über-uns", { path: "/über-uns/", kind: "page", title: "Über uns" }),
    draftPost("jahr", { path: "/1999/", kind: "page", title: "Das Jahr 1999" }),
    draftPost("lang", { title: "Lang" }),
  );
  await haveComments(draftComment("hallo", "Schön gesagt"));
  const id = await env.DB.prepare("SELECT id FROM posts WHERE slug = 'lang'").first<number>("id");
  await haveManyComments(id ?? 0, 201);
});

const location = async (path: string): Promise<[number, string | null]> => {
  const response = await visit(path);
  return [response.status, response.headers.get("Location")];
};

test.each([
  ["/tags", "/tags/"],
  ["/tags/züge", "/tags/z%C3%BCge/"],
  ["/page/1/", "/"],
  ["/tags/z%C3%BCge/page/1/", "/tags/z%C3%BCge/"],
  ["/2010/03/hallo", "/2010/03/hallo/"],
  ["/archives/42-alt.html/", "/archives/42-alt.html"],
  ["//2010//03/hallo/", "/2010/03/hallo/"],
  ["//evil.test/", "/evil.test/"],
  ["/%68%61llo/", "/hallo/"],
  ["/2010/03/lang/comment-page-1/", "/2010/03/lang/"],
])("%s has a better address, %s", async (path, better) => {
  expect(await location(path)).toEqual([308, ORIGIN + better]);
});

test.each([
  "/2010/03/hallo/",
  "/archives/42-alt.html",
  "/%C3%BCber-uns/",
  "/%c3%bcber-uns/",
  "/tags/z%C3%BCge/",
  "/categories/kolumne/",
  "/2010/03/lang/comment-page-2/",
])("%s answers where it is", async (path) => {
  expect((await visit(path)).status).toBe(200);
});

test.each([
  ...[
    "/page/0/",
    "/page/2/",
    "/page/99999999/",
    "/page/1e3/",
    "/page/-1/",
    "/tags/none/",
    "/2011/",
    "/2010/13/",
  ],
  ...[
    "/a%2fb/",
    "/a%5Cb/",
    "/%00",
    "/%ff",
    "/a/%2e%2e%2fadmin/",
    "/2010/03/lang/comment-page-3/",
    "/media/x/y.png",
  ],
  ...["/__scheduled", "/hallo/", `/${"x".repeat(2_000)}/`, "/admin;x", "/page/%22-alert(1)-%22/"],
])("%s is missing", async (path) => {
  const response = await visit(path);
  expect(response.status).toBe(404);
  expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  expect(await response.text()).not.toContain("alert(1)");
});

test("a stored path wins over the archive of the same year", async () => {
  expect(await (await visit("/1999/")).text()).toContain("Das Jahr 1999");
});

test("what the query says changes nothing", async () => {
  const plain = await (await visit("/2010/03/hallo/")).text();
  expect(await (await visit("/2010/03/hallo/?status=draft&preview=true&page=2")).text()).toBe(
    plain,
  );
});

test("another host is sent to the blog's own address", async () => {
  const response = await visit("/", {});
  expect(response.status).toBe(200);
  const { exports } = await import("cloudflare:workers");
  const other = await exports.default.fetch(
    new Request("https://www.blog.test//x/?a=1", { redirect: "manual" }),
  );
  expect(other.headers.get("Location")).toBe(`${ORIGIN}/x/?a=1`);
});

describe("methods", () => {
  test("HEAD answers like GET, without the text", async () => {
    const [get, head] = [await visit("/"), await visit("/", { method: "HEAD" })];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    expect(head.headers.get("Content-Type")).toBe(get.headers.get("Content-Type"));
  });

  test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])(
    "%s is refused and told what is allowed",
    async (method) => {
      const response = await visit("/2010/03/hallo/", { method });
      expect(response.status).toBe(405);
      expect(response.headers.get("Allow")).toBe("GET, HEAD");
    },
  );
});
