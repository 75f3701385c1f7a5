import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { costOf, draftPost, havePosts, OF_EVERY_PAGE, pageText, visit } from "../support/blog.ts";
import { ORIGIN } from "../support/house.ts";
import { ask, found } from "../support/search.ts";

beforeAll(() => havePosts(draftPost("wort", { text: "<p>Man nehme Mehl und Butter.</p>" })));

describe("the page", () => {
  test("is stored by nobody and found by no other search", async () => {
    const response = await ask("Butter");
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
    expect(response.headers.get("ETag")).toBeNull();
    const html = await response.text();
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toContain('rel="canonical"');
  });

  test("asks in one round trip", async () => {
    expect(costOf(await ask("Butter"))).toMatchObject({ trips: 1, queries: 2 });
  });

  test("is a form and no more while nothing is asked", async () => {
    for (const path of ["/search/", "/search/?q=", "/search/?q=%20%20", "/search/?s=Butter"]) {
      const response = await visit(path);
      expect(costOf(response)).toMatchObject({ queries: 1, trips: 1, rows: OF_EVERY_PAGE });
      expect(response.headers.get("Cache-Control")).toBe("private, no-store");
      const html = await response.text();
      expect(html).toMatch(/<search [^>]*><form [^>]*action="\/search\/"/);
      expect(html).not.toContain("/2010/03/wort/");
    }
  });

  test("says nothing of the address but the question, as text, and takes its first value", async () => {
    const bad = '"><img src=x onerror=alert(1)>';
    const html = await (
      await visit(`/search/?x=KANARI&q=${encodeURIComponent(bad)}&q=KANARI`)
    ).text();
    expect(html).not.toMatch(/KANARI|<img src=x/);
    expect(html).toContain('value="&quot;>&lt;img src=x onerror=alert(1)>"');
  });

  test("has one address, which keeps the question", async () => {
    const response = await visit("/search?x=1&q=%C3%BCber+uns");
    expect(response.status).toBe(308);
    expect(response.headers.get("Location")).toBe(`${ORIGIN}/search/?q=%C3%BCber+uns`);
    const bare = await visit("/search");
    expect(bare.headers.get("Location")).toBe(`${ORIGIN}/search/`);
  });

  test("is reached from every page, its form from where one is lost", async () => {
    for (const path of ["/", "/2010/03/wort/", "/no/such/page/"]) {
      const html = await pageText(path);
      expect(html).toContain('<a href="/search/">');
      expect(html).toContain('type="application/opensearchdescription+xml" href="/opensearch.xml"');
    }
    for (const path of ["/archive/", "/no/such/page/"])
      expect(await pageText(path)).toContain('<input type="search" name="q" maxlength="200"');
  });
});

test.each([
  ...['"', '""', '"Butter', "'", "NEAR(Butter Mehl)", "NEAR(", "title:Butter", "{title text}:x"],
  ...["-Butter", "NOT Butter", "Butter AND", "OR", "AND OR NOT", "^Butter", "Butter + Mehl", "*"],
  ...[
    "a*",
    "But*",
    "(((((",
    "Butter\0Mehl",
    "\0",
    "🦔",
    "🦔 Butter",

    "%",
    "\\",
    "; DROP",
  ],
  ...["ssssssss ".repeat(200), "ueaeoess".repeat(40), "x".repeat(10_000), "🦔".repeat(10_000)],
  ...[
    "a b c d e f g h i j k l m n o p",
    "हिन्दी भाषा",
    "日本語",
    "İstanbul",
    "\u202eabc",
    "ﬁ ǅ ß ẞ",
  ],
])("whatever is asked, the search answers: %j", async (question) => {
  const response = await ask(question);
  expect(response.status).toBe(200);
  expect(costOf(response)["rows"]).toBeLessThanOrEqual(200);
});

test("a broken escape is no question", async () => {
  expect((await visit("/search/?q=%FF%00%ZZ%ED%A0%BE&q")).status).toBe(200);
});

test("a search that is gone is an outage, which ends", async () => {
  await env.DB.prepare("ALTER TABLE posts_search RENAME TO away").run();
  expect((await ask("Butter")).status).toBe(503);
  await env.DB.prepare("ALTER TABLE away RENAME TO posts_search").run();
  expect(await found("Butter")).toEqual(["/2010/03/wort/"]);
});
