import { expect, test } from "vitest";
import { FILE, POSTS, Program } from "../support/api.ts";
import { visit } from "../support/blog.ts";

const program = new Program();

const DEEP = "[".repeat(50_000) + "]".repeat(50_000);

test.each([
  ["no JSON", "{", 400],
  ["nothing", "", 400],
  ["50,000 brackets", DEEP, 422],
  ["deep front matter", JSON.stringify(POSTS).replace('"A"', DEEP), 422],
  ["null", "null", 422],
  ["a list", "[]", 422],
  ["an unknown name", { ...POSTS, admin: true }, 422],
  ["a missing name", { files: [] }, 422],
  ["a text for a list", { ...POSTS, files: "x" }, 422],
  ["a number for a file", { ...POSTS, files: [1] }, 422],
  ["a file without front matter", { ...POSTS, files: [{ ...FILE, fields: null }] }, 422],
  ["Markdown that is a list", { ...POSTS, files: [{ ...FILE, markdown: ["x"] }] }, 422],
  ["a name with a line break", { ...POSTS, files: [{ ...FILE, name: "a\n.md" }] }, 422],
  ["a name that is no Markdown", { ...POSTS, files: [{ ...FILE, name: "a.html" }] }, 422],
  ["a title that is an object", { ...POSTS, files: [{ ...FILE, fields: { title: {} } }] }, 422],
  ["much front matter", { ...POSTS, files: [{ ...FILE, fields: { x: "x".repeat(40_000) } }] }, 422],
  ["lines of text", { ...POSTS, files: [{ ...FILE, lines: { title: "x" } }] }, 422],
  ["force as a text", { ...POSTS, force: "yes" }, 422],
  ["force as 1", { ...POSTS, force: 1 }, 422],
  ["1,001 names", { ...POSTS, missing: Array(1_001).fill("a") }, 422],
  ["10 MB", " ".repeat(10_000_000), 413],
  ["a __proto__", '{"__proto__": {"files": [], "missing": [], "gone": [], "force": true}}', 422],
  ["a __proto__ beside the rest", JSON.stringify(POSTS).replace("{", '{"__proto__":{},'), 422],
  [
    "a picture that was not stored",
    {
      ...POSTS,
      files: [
        {
          ...FILE,
          pictures: { "a.png": { key: "0".repeat(32), name: "a.png", width: 1, height: 1 } },
        },
      ],
    },
    422,
  ],
  [
    "a picture's name with markup",
    {
      ...POSTS,
      files: [
        {
          ...FILE,
          pictures: { "a.png": { key: "0".repeat(32), name: '"><b>.png', width: 1, height: 1 } },
        },
      ],
    },
    422,
  ],
  ["a picture that is not sent", { ...POSTS, files: [{ ...FILE, markdown: "![](a.png)" }] }, 422],
  [
    "a picture called __proto__",
    { ...POSTS, files: [{ ...FILE, markdown: "![](__proto__)" }] },
    422,
  ],
  ["one file twice", { ...POSTS, files: [FILE, FILE] }, 422],
  [
    "a path of the blog",
    { ...POSTS, files: [{ ...FILE, fields: { ...FILE.fields, permalink: "/api/x" } }] },
    422,
  ],
])("posts with %s are refused", async (_, body, status) => {
  await program.refusal(await program.post(body), status);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("a form, or what calls itself none, is refused", async () => {
  for (const type of ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data", ""])
    await program.refusal(await program.post(JSON.stringify(POSTS), { "Content-Type": type }), 415);
});

test("a body without a length is counted while it is read", async () => {
  let chunks = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      if (++chunks > 50) controller.close();
      else controller.enqueue(new TextEncoder().encode(" ".repeat(1_000_000)));
    },
  });
  const headers = { "Content-Type": "application/json", ...program.bearer() };
  await program.refusal(await visit("/api/publish", { method: "POST", headers, body }), 413);
  expect(chunks).toBeLessThan(50);
});

test("a mistake in a post is told with file and line", async () => {
  const file = { ...FILE, lines: { date: 3 }, fields: { title: "A", date: "gestern" } };
  const detail = await program.refusal(await program.post({ ...POSTS, files: [file] }), 422);
  expect(detail).toBe('posts/a.md:3: "gestern" is no date such as 2026-01-31 or 2026-01-31 18:00.');
});
