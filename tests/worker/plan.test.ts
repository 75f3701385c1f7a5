import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { draftComment, draftPost, haveComments, havePosts, term } from "../support/blog.ts";
import { visitIn } from "../support/house.ts";

/** Tables that grow with the blog: none of them may be scanned for a reader. */
const GROWING =
  /\bSCAN (posts|comments|c|p|lists|l|own|tags|t|categories|post_tags|post_categories|authors|counts|redirects|media|links|sitemap|posts_text|changes|outbox)\b|\bSCAN posts_search VIRTUAL TABLE INDEX \d+:(?!M)/;

interface Asked {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** The database, noting every statement that it is asked. */
function noting(asked: Asked[]): D1Database {
  const noted = intercept(env.DB, "prepare", (sql: string) => {
    const statement = env.DB.prepare(sql);
    return intercept(statement, "bind", (...values: unknown[]) => {
      asked.push({ sql, values });
      return statement.bind(...values);
    });
  });
  return intercept(noted, "withSession", () => noted);
}

/** The same object, but for one method. */
function intercept<T extends object>(target: T, method: string, instead: unknown): T {
  return new Proxy(target, {
    get(object, name) {
      if (name === method) return instead;
      const value = Reflect.get(object, name);
      return typeof value === "function" ? value.bind(object) : value;
    },
  });
}

async function planOf({ sql, values }: Asked): Promise<string[]> {
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...values)
    .all<{ detail: string }>();
  return results.map(({ detail }) => detail);
}

beforeAll(async () => {
  await havePosts(draftPost("hallo", { tags: [term("tag")], categories: [term("kategorie")] }));
  await haveComments(draftComment("hallo", "Wort"));
});

test.each([
  ...[
    "/",
    "/page/2/",
    "/2010/03/hallo/",
    "/tags/",
    "/tags/tag/",
    "/tags/tag/page/2/",
    "/categories/kategorie/",
  ],
  ...[
    "/authors/anna/",
    "/archive/",
    "/2010/",
    "/2010/03/",
    "/2010/03/page/2/",
    "/feed.xml",
    "/none/",
  ],
  ...[
    "/search/?q=hallo",
    "/sitemap.xml",
    "/sitemap-1.xml",
    "/comments/atom.xml",
    "/2010/03/hallo/feed.json",
    "/tags/tag/feed.xml",
    "/categories/kategorie/feed.xml",
    "/authors/anna/feed.xml",
  ],
])("%s scans no table that grows", async (path) => {
  const asked: Asked[] = [];
  const response = await visitIn({ env: { DB: noting(asked) } }, path);
  expect([200, 404]).toContain(response.status);
  expect(asked.length).toBeGreaterThan(0);
  for (const statement of asked) {
    const scans = (await planOf(statement)).filter((step) => GROWING.test(step));
    expect(scans, statement.sql).toEqual([]);
  }
});

test("a query without an index would be noticed", async () => {
  const scan = { sql: "SELECT * FROM posts WHERE title = ?1", values: ["x"] };
  const unmatched = { sql: "SELECT title FROM posts_search WHERE title = ?1", values: ["x"] };
  for (const asked of [scan, unmatched])
    expect((await planOf(asked)).some((step) => GROWING.test(step))).toBe(true);
});
