import { env } from "cloudflare:workers";
import { beforeEach, expect, test, vi } from "vitest";
import { haveToken } from "../support/api.ts";
import {
  draftComment,
  draftPost,
  haveComments,
  havePosts,
  pageText,
  visit,
} from "../support/blog.ts";
import { ORIGIN } from "../support/house.ts";
import { forgetMails } from "../support/mail.ts";

const { DB } = env;
let token = "";

beforeEach(async () => {
  await forgetMails();
  await DB.prepare("DELETE FROM settings").run();
  token = await haveToken({ scopes: "moderate" });
  await havePosts(draftPost("hallo", { title: "Hallo, Rand" }));
  await haveComments(draftComment("hallo", "Ein Wort", { publicId: "held", status: "pending" }));
});

const ask = async (path: string, body?: unknown, bearer = token) => {
  const response = await visit(path, {
    method: body === undefined ? "GET" : "POST",
    headers: { Authorization: `Bearer ${bearer}`, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, data: (await response.json()) as Record<string, unknown> };
};

const _set = (typed: Record<string, string>) => ask("/api/settings/comments", typed);

test("a token for publishing sees no comment and sets no rule", async () => {
  const other = await haveToken();
  for (const [path, body] of [
    ["/api/comments"],
    ["/api/comments", { ids: ["held"], action: "approve" }],
    ["/api/comments/feed"],
    ["/api/settings/comments", { hold: "none" }],
    ["/api/persons", { email: "ben@secret.test", action: "text" }],
    ["/api/mail/test", { to: "x@y.test" }],
  ] as const)
    expect((await ask(path, body, other)).status).toBe(403);
});

test("what waits is listed as it was typed, and decided about by the rules of the buttons", async () => {
  expect(await ask("/api/comments")).toMatchObject({
    data: {
      total: 1,
      items: [{ id: "held", name: "Ben", postTitle: "Hallo, Rand", reasons: [] }],
    },
  });
  expect((await ask("/api/comments", { ids: ["held", "x"], action: "approve" })).data).toEqual({
    ids: ["held"],
    was: [{ id: "held", status: "pending" }],
  });
  expect(await pageText("/2010/03/hallo/")).toContain("Ein Wort");
  expect(await ask("/api/comments?status=approved")).toMatchObject({ data: { total: 1 } });
});

test.each([
  [{ ids: ["held"], action: "explode" }],
  [{ ids: "held", action: "spam" }],
  [{ ids: Array(101).fill("held"), action: "spam" }],
  [{ ids: [1], action: "spam" }],
  [null],
])("%o is refused", async (body) => {
  expect((await ask("/api/comments", body)).status).toBe(422);
  expect((await ask("/api/comments")).data).toMatchObject({ total: 1 });
});

test("an author answers for somebody else's address: all that is stored, or nothing any more", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const email = "Ben@Secret.test";
  expect((await ask("/api/persons", { email, action: "export" })).data).toMatchObject({
    comments: [{ id: "held", status: "pending", reasons: [] }],
  });
  expect((await ask("/api/persons", { email, action: "text" })).data).toEqual({ ids: ["held"] });
  expect((await ask("/api/persons", { email, action: "export" })).data).toMatchObject({
    comments: [],
  });
  for (const wrong of [{ email: "x", action: "text" }, { email, action: "all" }, {}])
    expect((await ask("/api/persons", wrong)).status).toBe(422);
});

test("the address of the private feed opens it", async () => {
  const { url } = (await ask("/api/comments/feed")).data;
  expect((await visit(String(url).replace(ORIGIN, ""))).status).toBe(200);
});
