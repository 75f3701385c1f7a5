import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { costOf, visit } from "../support/blog.ts";
import { haveManyComments, haveManyPosts } from "../support/many.ts";
import { ask, found } from "../support/search.ts";

/** Comments under the post that is measured: a full page of them and a second one. */
const COMMENTS = 250;

/** Every kind of page, the deepest of each kind among them, in a blog of `posts` posts. */
const addresses = (posts: number): [path: string, comments: number][] => [
  ["/", 0],
  [`/page/${Math.ceil(posts / 10)}/`, 0],
  [`/page/${Math.ceil(posts / 20)}/`, 0],
  [`/p/${Math.ceil(posts / 2)}/`, 200],
  [`/p/${Math.ceil(posts / 2)}/comment-page-2/`, 50],
  ["/p/1/", 0],
  [`/p/${posts}/`, 0],
  ["/tags/", 0],
  ["/tags/tag-0/", 0],
  [`/tags/tag-0/page/${Math.ceil(posts / 10)}/`, 0],
  ["/categories/alles/", 0],
  [`/authors/anna/page/${Math.ceil(posts / 10)}/`, 0],
  ["/archive/", 0],
  ["/2010/", 0],
  ["/2010/03/", 0],
  ["/subscribe/", 0],
  ["/opensearch.xml", 0],
  ...["/", "/comments/", "/tags/tag-0/", "/categories/alles/", "/authors/anna/"].map(
    (base): [string, number] => [`${base}feed.xml`, 0],
  ),
  [`/p/${Math.ceil(posts / 2)}/atom.xml`, 0],
  ["/feed.json", 0],
];

describe.each([100, 10_000])("in a blog of %i posts", (posts) => {
  beforeAll(async () => {
    await haveManyPosts(posts);
    await haveManyComments(Math.ceil(posts / 2), COMMENTS);
  });

  test.each(addresses(posts))(
    "%s reads D1 in one round trip and few rows",
    async (path, comments) => {
      const response = await visit(path);
      expect(response.status).toBe(200);
      const cost = costOf(response);

      expect(cost["trips"]).toBe(1);
      expect((cost["rows"] ?? Number.NaN) - comments).toBeLessThanOrEqual(100);
    },
  );

  test("comments that may not be listed make the feed of all shorter, not dearer", async () => {
    const status = (name: string) =>
      env.DB.prepare("UPDATE posts SET status = ?1 WHERE id = ?2")
        .bind(name, Math.ceil(posts / 2))
        .run();
    await status("unlisted");
    const response = await visit("/comments/feed.xml");
    expect(await response.text()).not.toContain("<item>");
    expect(costOf(response)["rows"]).toBeLessThanOrEqual(100);
    await status("published");
  });

  test.each([
    "a*",
    "tex",
    "text",
    "beitrag",
    "der und",
    "text rest der beitrag",
    "beitrag 77",
    "none",
  ])("the search for %s reads D1 in one round trip and 200 rows at most", async (question) => {
    const response = await ask(question);
    expect(response.status).toBe(200);
    expect(costOf(response)["trips"]).toBe(1);
    expect(costOf(response)["rows"]).toBeLessThanOrEqual(200);
  });

  test("the search shows no more than the newest 30 posts", async () => {
    const paths = await found("text rest");
    const newest = Array.from({ length: 30 }, (_, at) => `/p/${posts - at}/`);
    expect(new Set(paths)).toEqual(new Set(newest));
  });

  test("an address that is none costs no more", async () => {
    const response = await visit("/no/such/page/");
    expect(response.status).toBe(404);
    expect(costOf(response)["trips"]).toBe(1);
    expect(costOf(response)["rows"]).toBeLessThanOrEqual(100);
  });
});
