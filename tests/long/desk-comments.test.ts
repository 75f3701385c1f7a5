import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Decided, DecidedPart, Queue } from "../../src/admin-api/comments.ts";
import { haveBrowser } from "../support/app.ts";
import { draftComment, draftPost, haveComments, havePosts, pageText } from "../support/blog.ts";
import { leave } from "../support/talk.ts";

type Someone = Awaited<ReturnType<typeof haveBrowser>>;
let editor: Someone;
let anna: Someone;

beforeAll(async () => {
  await havePosts(draftPost("hello", { author: "anna" }), draftPost("other", { author: "ben" }));
  editor = await haveBrowser("editor");
  anna = await haveBrowser("author", "anna");
});

beforeEach(async () => {
  await env.DB.batch([
    env.DB.prepare("DELETE FROM comments"),
    env.DB.prepare("UPDATE posts SET comment_count = 0, last_number = 0"),
  ]);
});

const read = async <To>(response: Response | Promise<Response>): Promise<To> =>
  (await response).json<To>();
const queue = (who: Someone, query = "") => read<Queue>(who.get(`/api/comments?${query}`));
const waiting = (slug: string, text: string, changes = {}) =>
  draftComment(slug, text, { status: "pending", ...changes });

test("the queue is searched, paged, and asked for one post", async () => {
  const texts = Array.from({ length: 7 }, (_, at) =>
    waiting("hello", `Text ${at}`, { createdAt: `2026-01-0${at + 1}T00:00:00Z` }),
  );
  await haveComments(...texts, waiting("other", "Anderswo 100%", { email: "troll@there.test" }));
  const first = await queue(editor, "limit=5");
  expect(first.total).toBe(8);
  const second = await queue(editor, `limit=5&after=${first.next}`);
  const all = [...first.items, ...second.items].map(({ text }) => text);
  expect(new Set(all).size).toBe(8);
  expect(second.next).toBeNull();
  expect(all.slice(0, 2)).toEqual(["Text 6", "Text 5"]);
  const found = async (query: string) => (await queue(editor, query)).items.map(({ text }) => text);
  expect(await found("q=text+3")).toEqual(["Text 3"]);
  expect(await found("q=troll@THERE")).toEqual(["Anderswo 100%"]);
  expect(await found("q=100%25")).toEqual(["Anderswo 100%"]);
  expect(await found("status=spam")).toEqual([]);
  const other = await env.DB.prepare("SELECT id FROM posts WHERE slug = 'other'").first("id");
  expect(await found(`post=${other}`)).toEqual(["Anderswo 100%"]);
  for (const wrong of ["status=all", "limit=0", "limit=1000", "after=x", "post=1e3", "post=-1"])
    expect((await editor.get(`/api/comments?${wrong}`)).status).toBe(422);
});

test("who writes for themselves decides below their own posts alone", async () => {
  await haveComments(waiting("hello", "Mein"), waiting("other", "Fremd"));
  const [foreign] = (await queue(editor, "q=Fremd")).items;
  expect((await queue(anna)).items.map(({ text }) => text)).toEqual(["Mein"]);
  const ids = [foreign?.id];
  expect(await read(anna.post("/api/comments", { ids, action: "spam" }))).toEqual({
    ids: [],
    was: [],
  });
  for (const [method, path, body] of [
    ["PUT", "", { text: "x" }],
    ["POST", "/reply", { text: "x" }],
  ] as const)
    expect((await anna.ask(method, `/api/comments/${foreign?.id}${path}`, body)).status).toBe(404);
  expect((await anna.post("/api/comments/ban", { host: "x.test" })).status).toBe(403);
  const filter = { status: "pending", q: "", post: null };
  await anna.post("/api/comments/all", { filter, action: "trash", after: null });
  expect((await queue(editor)).items.map(({ text }) => text)).toEqual(["Fremd"]);
});

test("all 5,000 that match are decided about, piece by piece, and that can be undone", async () => {
  const insert = env.DB.prepare(
    `INSERT INTO comments (public_id, post_id, status, name, format, source, html, excerpt, created_at, updated_at)
     SELECT 'm' || value, (SELECT id FROM posts WHERE slug = 'hello'), 'spam', 'N' || value, 'markdown',
       'Kauf ' || value, '<p>Kauf</p>', 'Kauf', strftime('%Y-%m-%dT%H:%M:%SZ', 1700000000 + value, 'unixepoch'), '2026-01-01T00:00:00Z'
     FROM json_each(?1)`,
  );
  await insert.bind(JSON.stringify(Array.from({ length: 5_000 }, (_, at) => at))).run();
  await haveComments(draftComment("hello", "Bleibt", { status: "spam" }));
  const filter = { status: "spam", q: "kauf", post: null };
  const was: Decided["was"] = [];
  let after: string | null = null;
  do {
    const part: DecidedPart = await read(
      editor.post("/api/comments/all", { filter, action: "trash", after }),
    );
    was.push(...part.was);
    after = part.next;
  } while (after !== null);
  expect(was).toHaveLength(5_000);
  const count = (status: string) =>
    env.DB.prepare("SELECT count(*) AS n FROM comments WHERE status = ?1").bind(status).first("n");
  expect([await count("trash"), await count("spam")]).toEqual([5_000, 1]);
  for (let at = 0; at < was.length; at += 100) {
    const ids = was.slice(at, at + 100).map(({ id }) => id);
    await editor.post("/api/comments", { ids, action: "spam" });
  }
  expect([await count("trash"), await count("spam")]).toEqual([0, 5_001]);
});

test("an answer in place is the author's, and approves what it answers", async () => {
  await haveComments(waiting("hello", "Frage?", { name: "Zoe" }));
  const [question] = (await queue(anna)).items;
  const answered = await anna.post(`/api/comments/${question?.id}/reply`, { text: "Ja, **so**." });
  expect(answered.status).toBe(200);
  const page = await pageText("/2010/03/hello/");
  expect(page).toContain("Frage?");
  expect(page).toContain("Ja, <strong>so</strong>.");
  const { items } = await queue(editor, "status=approved");
  expect(
    items.map(({ name, number, own, parentNumber }) => [name, number, own, parentNumber]),
  ).toEqual([
    ["Anna", 2, true, 1],
    ["Zoe", 1, false, null],
  ]);
});

test("a text that an author changes says so, and runs nothing", async () => {
  await haveComments(draftComment("hello", "Alt"));
  const [comment] = (await queue(editor, "status=approved")).items;
  const text = "Neu <img src=x onerror=alert(1)>";
  expect((await editor.put(`/api/comments/${comment?.id}`, { text })).status).toBe(200);
  const page = await pageText("/2010/03/hello/");
  expect(page).toMatch(/Neu (&lt;|&#x3C;)img/);
  expect(page).not.toContain("Alt<");
  expect((await queue(editor, "status=approved")).items[0]).toMatchObject({
    text,
    editedAt: expect.any(String),
  });
  expect((await editor.put("/api/comments/nope", { text: "x" })).status).toBe(404);
  expect((await editor.put(`/api/comments/${comment?.id}`, { text: "  " })).status).toBe(422);
});

test("who is banned by address or host is refused", async () => {
  expect((await leave({ email: "troll@there.test" })).status).toBe("pending");
  await editor.post("/api/comments/ban", { email: "Troll@There.test" });
  await editor.post("/api/comments/ban", { host: "https://pills.test/x" });
  await expect(leave({ email: "troll@there.test", text: "Nochmal da" })).rejects.toThrow();
  await expect(leave({ text: "Siehe https://pills.test/kauf" })).rejects.toThrow();
  expect((await editor.post("/api/comments/ban", { email: "x" })).status).toBe(422);
});
