import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { PostFull, Published } from "../../src/admin-api/posts.ts";
import { haveBrowser } from "../support/app.ts";
import { pageText, visit } from "../support/blog.ts";
import { Writer } from "../support/desk.ts";
import { dyingInBatch, failingDb, OneFailure } from "../support/failing.ts";
import { type Circumstances, visitIn } from "../support/house.ts";

type Someone = Awaited<ReturnType<typeof haveBrowser>>;
let editor: Someone;
let author: Someone;

beforeAll(async () => {
  editor = await haveBrowser("editor");
  author = await haveBrowser("author");
});

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const read = async <To>(response: Response | Promise<Response>): Promise<To> =>
  (await response).json<To>();

const asAuthor = (path: string, key: string, body: object, circumstances: Circumstances = {}) =>
  visitIn(circumstances, path, {
    method: "POST",
    headers: {
      ...{ Origin: "https://blog.test", "Content-Type": "application/json" },
      ...{ Cookie: cookiesOf(author), "Idempotency-Key": key },
    },
    body: JSON.stringify(body),
  });
const cookiesOf = (browser: Someone) =>
  [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
const countOf = (table: string) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first("n");

test("a request that creates is one, however often it comes", async () => {
  const before = Number(await countOf("posts"));
  const key = crypto.randomUUID();
  const all = await Promise.all([0, 1, 2].map(() => asAuthor("/api/posts", key, { kind: "post" })));
  const [first] = all.filter(({ status }) => status === 200) as [Response];
  expect(all.every(({ status }) => status === 200 || status === 409)).toBe(true);
  const again = await asAuthor("/api/posts", key, { kind: "post" });
  expect(await again.text()).toBe(await first.text());
  expect((await asAuthor("/api/posts", key, { kind: "post", title: "Other" })).status).toBe(422);
  expect((await asAuthor("/api/posts", "short", { kind: "post" })).status).toBe(422);
  expect(await countOf("posts")).toBe(before + 1);
  // Somebody else's key is another one.
  const other = { method: "POST", headers: { "Idempotency-Key": key } };
  const theirs = await editor.ask(other.method, "/api/posts", { kind: "post" }, other.headers);
  expect(theirs.status).toBe(200);
  expect(await countOf("posts")).toBe(before + 2);
  await env.DB.prepare("UPDATE answered SET at = '2020-01-01T00:00:00Z'").run();
  expect((await asAuthor("/api/posts", key, { kind: "post" })).status).toBe(200);
  expect(await countOf("posts")).toBe(before + 2);
});

test("a secret is told once, and kept nowhere", async () => {
  const key = crypto.randomUUID();
  const body = { name: "once", scopes: ["write"], days: 1 };
  const made = await asAuthor("/api/me/tokens", key, body);
  const { token } = (await made.json()) as { token: string };
  const again = await asAuthor("/api/me/tokens", key, body);
  expect([again.status, await read(again)]).toMatchObject([409, { reason: "answered" }]);
  const rows = await env.DB.prepare("SELECT * FROM answered").all();
  expect(JSON.stringify(rows.results)).not.toContain(token);
});

/** What a statement of a request fails for, each in turn, until none is left. */
async function killEach(
  work: (circumstances: Circumstances, at: number) => Promise<void>,
): Promise<number> {
  for (let at = 0; ; at++) {
    let happened = false;
    for (const when of ["before", "after"] as const) {
      const failure = new OneFailure(at, when);
      await work({ env: { DB: failingDb(env.DB, failure) } }, at);
      happened ||= failure.happened;
    }
    if (!happened) return at;
  }
}

test("a draft that is begun while the database fails is one draft in the end", async () => {
  const tried = await killEach(async (circumstances) => {
    const before = Number(await countOf("posts"));
    const key = crypto.randomUUID();
    const first = await asAuthor("/api/posts", key, { kind: "post" }, circumstances);
    if (first.status !== 200) {
      // Nobody lets go of a request whose Worker died, but time.
      await env.DB.prepare(
        "UPDATE answered SET at = '2026-01-01T00:00:00Z' WHERE answer IS NULL",
      ).run();
      expect((await asAuthor("/api/posts", key, { kind: "post" })).status).toBe(200);
    }
    expect(await countOf("posts")).toBe(before + 1);
  });
  expect(tried).toBeGreaterThan(4);
});

const OLD = "Alter Text mit Katze.";
const NEW = "Neuer Text mit Hund.";

test.each(["PUT", "POST"] as const)(
  "%s of a post that dies at any statement shows readers old or new, and loses no text",
  async (method) => {
    const tried = await killEach(async (circumstances, at) => {
      const writer = await new Writer(author).begin({
        title: `Tod ${method} ${at}`,
        markdown: OLD,
      });
      const made = await read<Published>(writer.publish());
      const { id, base, fields } = writer.post;
      const typed = { ...fields, markdown: NEW, slug: `tod-${method.toLowerCase()}-${id}` };
      const body = {
        base,
        fields: typed,
        ...(method === "POST" && { status: "published", date: null }),
      };
      const path = `/api/posts/${id}${method === "POST" ? "/publish" : ""}`;
      const send = (around: Circumstances) =>
        visitIn(around, path, {
          method,
          headers: {
            ...{ Origin: "https://blog.test", "Content-Type": "application/json" },
            Cookie: cookiesOf(author),
          },
          body: JSON.stringify(body),
        });
      const first = await send(circumstances);
      await whole(made.path, method === "POST" ? null : OLD);
      const last = first.status === 200 ? first : await send({});
      if (last.status === 409) {
        const { current } = await read<{ current: { fields: { markdown: string } } }>(last);
        expect(current.fields.markdown).toBe(NEW);
      } else expect(last.status).toBe(200);
      await whole(made.path, method === "POST" ? NEW : OLD);
      const now = await read<PostFull>(author.get(`/api/posts/${id}`));
      expect(now.fields.markdown).toBe(NEW);
      const { results } = await env.DB.prepare(
        "SELECT revision FROM revisions WHERE post_id = ?1 ORDER BY revision",
      )
        .bind(id)
        .all<{ revision: number }>();
      expect(results.map(({ revision }) => revision)).toEqual(results.map((_, nth) => nth + 1));
    });
    expect(tried).toBeGreaterThan(2);
  },
);

/** A page, and what search finds, are of one time; null: of either. */
async function whole(path: string, wanted: string | null): Promise<void> {
  const found = await visit(path);
  const moved = found.status === 308 || found.status === 301;
  const target = moved ? new URL(found.headers.get("Location") ?? "", "https://blog.test") : null;
  const text = target ? await pageText(target.pathname) : await found.text();
  const [isOld, isNew] = [text.includes(OLD), text.includes(NEW)];
  expect(isOld !== isNew && isNew === moved, text.slice(0, 300)).toBe(true);
  if (wanted !== null) expect(text).toContain(wanted);
}

test("publishing that dies within its batch, at any statement, has not happened", async () => {
  const writer = await new Writer(author).begin({ title: "Mittendrin", markdown: OLD });
  const { path } = await read<Published>(writer.publish({ tags: ["Alt"] }));
  const { id, base, fields } = writer.post;
  const typed = { ...fields, markdown: NEW, slug: "danach", tags: ["Neu"] };
  const body = JSON.stringify({ base, fields: typed, status: "published", date: null });
  const headers = {
    ...{ Origin: "https://blog.test", "Content-Type": "application/json" },
    Cookie: cookiesOf(author),
  };
  const send = (DB: D1Database) =>
    visitIn({ env: { DB } }, `/api/posts/${id}/publish`, { method: "POST", headers, body });
  const state = async () => {
    const tables =
      "posts revisions tags post_tags redirects lists sitemap posts_text changes outbox";
    const all = tables.split(" ").map((table) => env.DB.prepare(`SELECT * FROM ${table}`));
    return JSON.stringify((await env.DB.batch(all)).map(({ results }) => results));
  };
  const before = await state();
  let at = 0;
  for (; ; at++) {
    const dying = dyingInBatch(env.DB, at);
    const response = await send(dying.db);
    if (!dying.died) break;
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect(await state()).toBe(before);
    expect(await pageText(path)).toContain(OLD);
  }
  expect(at).toBeGreaterThan(20);
  // The last one went through.
  expect(await pageText(path.replace("mittendrin", "danach"))).toContain(NEW);
}, 60_000);
