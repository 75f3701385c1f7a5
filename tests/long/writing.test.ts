import { env } from "cloudflare:workers";
import { beforeAll, expect, test, vi } from "vitest";
import type { PostFull, Published } from "../../src/admin-api/posts.ts";
import { publishDue } from "../../worker/db/write/publish.ts";
import { haveBrowser } from "../support/app.ts";
import { pageText, visit } from "../support/blog.ts";
import { Writer } from "../support/desk.ts";

type Someone = Awaited<ReturnType<typeof haveBrowser>>;
let editor: Someone;
let author: Someone;

beforeAll(async () => {
  editor = await haveBrowser("editor");
  author = await haveBrowser("author");
});

const read = async <To>(response: Response | Promise<Response>): Promise<To> =>
  (await response).json<To>();

test("a draft is saved by itself, is nowhere to be read, and is a page when it is published", async () => {
  const writer = await new Writer(author).begin({ title: "Im Zug", markdown: "Ein Wort." });
  expect((await writer.save({})).status).toBe(200);
  expect((await writer.save({ markdown: "Ein Wort. **Zwei.**", tags: ["Bahn"] })).status).toBe(200);
  expect(await pageText("/")).not.toContain("Im Zug");
  const published = await read<Published>(writer.publish());
  expect(published).toMatchObject({
    status: "published",
    url: expect.stringContaining("/im-zug/"),
  });
  const page = await pageText(published.path);
  expect(page).toContain("Ein Wort. <strong>Zwei.</strong>");
  expect(page).toContain("/tags/bahn/");
  expect(await pageText("/")).toContain("Im Zug");
  expect(await pageText("/feed.xml")).toContain("Im Zug");
});

test("what is typed in a published post is the author's alone until it is published", async () => {
  const writer = await new Writer(author).begin({ title: "Offen", markdown: "Alt." });
  const { path } = await read<Published>(writer.publish());
  expect((await writer.save({ title: "Neuer Titel", markdown: "Kanarienwort." })).status).toBe(200);
  const open = await read<PostFull>(author.get(`/api/posts/${writer.post.id}`));
  expect(open).toMatchObject({
    fields: { title: "Neuer Titel" },
    published: { title: "Offen" },
    behind: false,
  });
  for (const address of [path, "/", "/feed.xml", "/search/?q=Kanarienwort", `${path}feed.xml`])
    expect(await pageText(address)).not.toMatch(/Kanarienwort\.|Neuer Titel/);
  await writer.publish();
  expect(await pageText(path)).toContain("Kanarienwort");
});

test("two who write one post both keep their text", async () => {
  const anna = await new Writer(author).begin({ title: "Zwei", markdown: "Anfang" });
  await anna.save({});
  const ed = await new Writer(editor).open(anna.post.id);
  expect((await ed.save({ markdown: "Eds Zeile" })).status).toBe(200);
  const refused = await anna.save({ markdown: "Annas Zeile" });
  expect(refused.status).toBe(409);
  const { current, reason } = await read<{
    reason: string;
    current: PostFull & { author: string };
  }>(refused);
  expect(reason).toBe("moved");
  expect(current).toMatchObject({ fields: { markdown: "Eds Zeile" }, author: "the-editor" });
  expect((await anna.publish({ markdown: "Annas Zeile" })).status).toBe(409);
  anna.post = { ...anna.post, base: current.base };
  expect((await anna.save({ markdown: "Eds Zeile\nAnnas Zeile" })).status).toBe(200);
  const all = await read<{ items: { revision: number }[] }>(
    author.get(`/api/posts/${anna.post.id}/revisions`),
  );
  const texts = await Promise.all(
    all.items.map(({ revision }) =>
      read<{ fields: { markdown: string } }>(
        author.get(`/api/posts/${anna.post.id}/revisions/${revision}`),
      ),
    ),
  );
  expect(texts.map(({ fields }) => fields.markdown)).toEqual([
    "Eds Zeile\nAnnas Zeile",
    "Eds Zeile",
    "Anfang",
  ]);
});

test("of many saves on one base, one is kept, and each other one hears of it", async () => {
  const writer = await new Writer(author).begin({ title: "Wettlauf" });
  const { post } = writer;
  const saves = ["a", "b", "c", "d"].map((markdown) =>
    author.put(`/api/posts/${post.id}`, { base: post.base, fields: { ...post.fields, markdown } }),
  );
  const statuses = (await Promise.all(saves)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 409, 409, 409]);
});

test("the same text again is no new revision", async () => {
  const writer = await new Writer(author).begin({ title: "Still", markdown: "Ruhe" });
  await writer.save({});
  const { revision } = writer.post.base;
  await writer.save({});
  expect(writer.post.base.revision).toBe(revision);
});

test("a post that was renamed is found under its old address, and never runs in a circle", async () => {
  const writer = await new Writer(author).begin({ title: "Erster Name", markdown: "x" });
  const { path: first } = await read<Published>(writer.publish());
  const { path: second } = await read<Published>(writer.publish({ slug: "zweiter-name" }));
  expect((await visit(first)).headers.get("Location")).toContain(second);
  const { path: third } = await read<Published>(writer.publish({ slug: "erster-name" }));
  expect(third).toBe(first);
  expect((await visit(first)).status).toBe(200);
  expect((await visit(second)).headers.get("Location")).toContain(first);
});

test("however often posts are renamed, every old address leads in one step to a post", async () => {
  const names = ["eins", "zwei", "drei", "vier", "ZWEI", "dre\u0301i"];
  const writers = [await new Writer(author).begin(), await new Writer(author).begin()];
  const paths = new Set<string>();
  // Chance that is the same each time.
  let seed = 7;
  const chance = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  for (let step = 0; step < 40; step++) {
    const writer = writers[chance(2)] as Writer;
    const slug = names[chance(names.length)] as string;
    const hides = step % 6 === 5 ? { status: "private" } : {};
    const made = await writer.publish({ title: "Kette", markdown: `${step}`, slug }, hides);
    paths.add((await read<Published>(made)).path);
  }
  for (const writer of writers) expect((await writer.publish()).status).toBe(200);
  expect(paths.size).toBeGreaterThan(3);
  for (const path of paths) {
    const found = await visit(path);
    const location = found.headers.get("Location");
    const end = location ? await visit(new URL(location).pathname) : found;
    expect(end.status, `${path} to ${location}`).toBe(200);
  }
});

test("an old address does not tell where a hidden post has gone", async () => {
  const writer = await new Writer(author).begin({ title: "Umzug", markdown: "x", slug: "umzug-a" });
  const { path: first } = await read<Published>(writer.publish());
  await writer.publish({ slug: "umzug-b" });
  const { path: last } = await read<Published>(
    writer.publish({ slug: "umzug-geheim" }, { status: "private" }),
  );
  for (const path of [first, first.replace("-a/", "-b/"), `${first}feed.xml`]) {
    const found = await visit(path);
    expect([found.status, found.headers.get("Location")], path).toEqual([404, null]);
  }
  await writer.publish();
  expect((await visit(first)).headers.get("Location")).toContain(last);
});

test("of two posts with one title, the second gets a number", async () => {
  const [one, two] = [await new Writer(author).begin(), await new Writer(author).begin()];
  const same = { title: "Doppelt 😀", markdown: "x" };
  const first = await read<Published>(one.publish(same));
  const second = await read<Published>(two.publish(same));
  expect(second.path).toBe(first.path.replace("doppelt/", "doppelt-2/"));
});

test.each([
  ["a page at the blog's own address", { slug: "admin" }, "slug", "reserved", "page"],
  ["a tag without a letter", { tags: ["!!"] }, "tags", "letters", "post"],
  ["a category that is not there", { categories: ["nope"] }, "categories", "choice", "post"],
  [
    "a canonical address that runs",
    { canonical: "javascript:alert(1)" },
    "canonical",
    "malformed",
    "post",
  ],
  ["a language that is none", { lang: "deutsch!" }, "lang", "malformed", "post"],
] as const)("%s is refused with its field", async (_what, fields, field, reason, kind) => {
  const writer = await new Writer(editor).begin({ title: "Falsch", markdown: "x" }, kind);
  const refused = await writer.publish(fields as object);
  expect(refused.status).toBe(422);
  const body = await refused.json();
  expect(body, JSON.stringify(body)).toMatchObject({ field, reason });
});

test("a scheduled post waits on the blog's clock, and cron publishes it", async () => {
  await env.DB.prepare(
    "INSERT OR REPLACE INTO settings (name, value) VALUES ('timeZone', '\"Europe/Berlin\"')",
  ).run();
  const writer = await new Writer(author).begin({ title: "Morgen", markdown: "x" });
  const ahead = { status: "scheduled", date: "2999-07-01 12:00" };
  const scheduled = await read<Published>(writer.publish({}, ahead));
  expect(scheduled).toMatchObject({
    status: "scheduled",
    publishedAt: "2999-07-01T10:00:00Z",
    url: null,
  });
  expect((await visit(scheduled.path)).status).toBe(404);
  expect((await writer.publish({}, { status: "scheduled", date: "2001-01-01" })).status).toBe(422);
  await publishDue(env.DB, "2999-07-01T09:59:59Z");
  expect((await visit(scheduled.path)).status).toBe(404);
  await publishDue(env.DB, "2999-07-01T10:00:00Z");
  expect((await visit(scheduled.path)).status).toBe(200);
});

test("a post that is hidden again is gone, and keeps its address", async () => {
  const writer = await new Writer(author).begin({ title: "Versteckt", markdown: "x" });
  const { path } = await read<Published>(writer.publish());
  for (const status of ["private", "draft"]) {
    await writer.publish({}, { status });
    expect((await visit(path)).status).toBe(404);
  }
  const unlisted = await read<Published>(writer.publish({}, { status: "unlisted" }));
  expect(unlisted.path).toBe(path);
  expect((await visit(path)).status).toBe(200);
  expect(await pageText("/")).not.toContain("Versteckt");
});

test("who writes for themselves alone neither sees nor changes what others write", async () => {
  const theirs = await new Writer(editor).begin({ title: "Eds Entwurf", markdown: "geheim" });
  await theirs.save({});
  const { id, base, fields } = theirs.post;
  const ask = (method: string, path: string, body?: unknown) =>
    author.ask(method, `/api/posts/${id}${path}`, body);
  const tries = [
    await ask("GET", ""),
    await ask("PUT", "", { base, fields }),
    await ask("POST", "/publish", { base, fields, status: "published", date: null }),
    await ask("GET", "/revisions"),
    await ask("POST", "/preview-link", {}),
    await ask("DELETE", ""),
    await ask("GET", "/revisions/1"),
    await ask("POST", "/markdown", {}),
    await previewed(author, { id, fields }),
  ];
  expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([404]));
  expect((await previewed(editor, { id, fields })).status).toBe(200);
  expect(await (await author.get("/api/posts?limit=100")).text()).not.toContain("Eds Entwurf");
  expect(await (await author.get("/api/posts?q=Entwurf")).text()).not.toContain("Eds Entwurf");
  expect((await author.post("/api/posts", { kind: "page" })).status).toBe(403);
  const own = await new Writer(author).begin({ title: "Mein" });
  expect((await own.save({ author: "the-editor" })).status).toBe(422);
  expect((await own.save({ sticky: true })).status).toBe(422);
  expect((await own.publish({ markdown: "Ich!", sticky: true })).status).toBe(422);
  const above = await new Writer(editor).open(own.post.id);
  await above.save({ sticky: true });
  expect((await (await new Writer(author).open(own.post.id)).save({ title: "M" })).status).toBe(
    200,
  );
});

/** What the application's frame asks for. */
const previewed = (browser: Someone, post: object) =>
  visit("/admin/preview/", {
    method: "POST",
    headers: {
      ...{ Origin: "https://blog.test", "Content-Type": "application/x-www-form-urlencoded" },
      Cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    },
    body: new URLSearchParams({ post: JSON.stringify(post) }).toString(),
  });

test("what is no id, no revision and no cursor names nothing, and breaks nothing", async () => {
  const { id } = (await new Writer(author).begin({ title: "Eins" })).post;
  const odd = [
    "1e0",
    "0x1",
    "-1",
    "9e99",
    "NaN",
    "Infinity",
    "%00",
    "1%20",
    "[1]",
    "1".repeat(400),
  ];
  for (const one of [...odd, "__proto__"]) {
    expect((await author.get(`/api/posts/${one}`)).status, one).toBe(404);
    expect((await author.get(`/api/posts/${id}/revisions/${one}`)).status, one).toBe(404);
  }
  const cursors = [
    "[1e400,1]",
    '["a",1e400]',
    "[1.5]",
    '["x"]',
    "{}",
    "[[1]]",
    "[]",
    "9".repeat(2000),
  ];
  for (const cursor of cursors)
    for (const list of [
      "/api/posts?",
      `/api/posts/${id}/revisions?`,
      "/api/comments?",
      "/api/media?",
    ]) {
      const { status } = await author.get(`${list}after=${btoa(cursor).replace(/=+$/, "")}`);
      expect([200, 422], `${list} ${cursor}`).toContain(status);
    }
});

const WORDS = [
  '"',
  "a* NEAR(",
  "title:x",
  "^",
  "%%%%",
  "_",
  "\\",
  "x".repeat(3_000),
  "ä".repeat(60),
];

test.each([...WORDS, "\0", "\ud800", "'; DROP TABLE posts; --", "AND", "\u202e"])(
  "whatever is looked for, %j is words",
  async (words) => {
    const q = encodeURIComponent(words.toWellFormed());
    for (const path of ["/api/posts", "/api/comments", "/api/media", "/api/links", "/search/"]) {
      const { status } =
        path === "/search/" ? await visit(`${path}?q=${q}`) : await editor.get(`${path}?q=${q}`);
      expect(status, path).toBe(200);
    }
  },
);

test.each([
  ['{"base":{"version":1e400,"revision":0},"fields":{}}'],
  [`{"base":{"version":${"9".repeat(2_000_000)},"revision":0},"fields":{}}`],
  ['{"__proto__":{"admin":true},"base":null}'],
  ["[".repeat(1_000_000)],
  [`${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ['{"base":{"version":"1abc","revision":[1]},"fields":[]}'],
])("a strange body is refused, and nothing comes of it", async (body) => {
  const { id } = (await new Writer(author).begin({ title: "Stark" })).post;
  const cookie = [...author.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = {
    "Content-Type": "application/json",
    Origin: "https://blog.test",
    Cookie: cookie,
  };
  const response = await visit(`/api/posts/${id}`, { method: "PUT", headers, body });
  expect([400, 422]).toContain(response.status);
  expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
});

test("the link to a draft shows it to whoever has the link, and no other address does", async () => {
  const writer = await new Writer(author).begin({ title: "Vorab", markdown: "Kanarien *wort*." });
  await writer.save({});
  const { url } = await read<{ url: string }>(
    author.post(`/api/posts/${writer.post.id}/preview-link`),
  );
  const address = url.replace("https://blog.test", "");
  const page = await visit(address);
  expect(page.headers.get("Cache-Control")).toBe("private, no-store");
  expect(page.headers.get("X-Robots-Tag")).toBe("noindex");
  expect(await page.text()).toContain("Kanarien <em>wort</em>");
  expect((await visit(address.replace(/.$/, "?"))).status).toBe(404);
  expect((await visit("/preview/")).status).toBe(404);
  vi.setSystemTime(Date.now() + 8 * 86_400_000);
  expect((await visit(address)).status).toBe(404);
  vi.useRealTimers();
});

test("only a draft can be deleted, and leaves nothing", async () => {
  const writer = await new Writer(author).begin({ title: "Weg", markdown: "x" });
  await writer.publish();
  expect((await author.delete(`/api/posts/${writer.post.id}`)).status).toBe(409);
  await writer.publish({}, { status: "draft" });
  expect((await author.delete(`/api/posts/${writer.post.id}`)).status).toBe(204);
  const left = "SELECT count(*) AS n FROM revisions WHERE post_id = ?1";
  expect(await env.DB.prepare(left).bind(writer.post.id).first("n")).toBe(0);
});
