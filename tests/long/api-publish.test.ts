import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { dump, FILE, NAMES, POSTS, Program } from "../support/api.ts";
import { visit } from "../support/blog.ts";

const program = new Program();

test("what an author sends goes through the gate for HTML", async () => {
  const markdown = 'Text <script>alert(1)</script> <img src=x:y onerror="alert(1)">';
  expect(await program.kindOf({ name: "posts/gate.md", markdown })).toBe("created");
  const page = await (await visit("/2026/01/gate/")).text();
  expect(page).not.toMatch(/alert\(1\)|onerror/);
});

test("twice is once; what was changed elsewhere is refused with the lines, and force overwrites it", async () => {
  const name = "posts/zwei.md";
  expect(await program.kindOf({ name, markdown: "Eins\n" })).toBe("created");
  const first = await dump();
  expect(await program.kindOf({ name, markdown: "Eins\n" })).toBe("unchanged");
  expect(await dump()).toBe(first);
  const sql = "UPDATE posts SET source = 'Zwo', version = version + 1 WHERE slug = 'zwei'";
  await env.DB.prepare(sql).run();
  await program.look();
  const sent = { ...POSTS, files: [{ ...FILE, name, markdown: "Drei" }] };
  expect(await program.refusal(await program.post(sent), 422)).toMatch(
    /changed elsewhere.*\n {2}- Zwo\n {2}\+ Drei/,
  );
  expect(await program.kindOf({ name, markdown: "Drei" }, true)).toBe("changed");
});

test("a renamed file keeps its post only if the old one is said to be missing", async () => {
  await program.kindOf({ name: "posts/alt.md", fields: { ...FILE.fields, slug: "s" } as never });
  const files = [{ ...FILE, name: "posts/neu.md", fields: { ...FILE.fields, slug: "s" } }];
  await program.look();
  expect(await program.refusal(await program.post({ ...POSTS, files }), 422)).toContain(
    "stands another post",
  );
  const response = await program.post({ ...POSTS, files, missing: ["posts/alt.md"] });
  expect(await response.json()).toMatchObject({ published: [{ kind: "unchanged" }] });
});

test("what is asked about is answered, and no more", async () => {
  const asked = await program.post({ ...NAMES, files: ["posts/zwei.md"] }, {}, "/api/files");
  const posts = (await asked.json()) as Record<string, unknown>[];
  expect(posts.map(({ file }) => file)).toEqual(["posts/zwei.md"]);
  const all = await (await program.get("/api/files")).text();
  expect(all).toContain("posts/zwei.md");
  expect(all).not.toMatch(/Drei|secret\.test/);
  await program.look();
  await program.refusal(await program.post({ ...NAMES, paths: [1] }, {}, "/api/files"), 422);
});

test("a post becomes a draft when its file is said to be gone", async () => {
  const missing = ["posts/gate.md"];
  const sent = { ...POSTS, files: [], missing, gone: ["posts/zwei.md"] };
  const response = await program.post(sent);
  expect(await response.json()).toEqual({
    published: [{ kind: "gone", file: "posts/zwei.md", path: "/2026/01/zwei/" }],
  });
  expect((await visit("/2026/01/zwei/")).status).toBe(404);
  expect((await visit("/2026/01/gate/")).status).toBe(200);
});
