import { beforeAll, expect, test } from "vitest";
import { Isolate } from "../../worker/cache/isolate.ts";
import { draftComment, draftPost, haveComments, havePosts, term } from "../support/blog.ts";
import { consume } from "../support/cache.ts";
import { ORIGIN, visitIn } from "../support/house.ts";
import { HEADERS, QUERY } from "../support/odd-requests.ts";

const POST = "/2010/03/hallo/";
const ADDRESSES = [
  ...["/", "/page/2/", POST, "/tags/", "/tags/tag/", "/categories/kategorie/", "/authors/anna/"],
  ...["/archive/", "/2010/", "/2010/03/", "/subscribe/", "/feed.xml", "/atom.xml", "/feed.json"],
  ...["/tags/tag/feed.xml", "/comments/feed.xml", `${POST}feed.xml`, "/sitemap.xml", "/robots.txt"],
  ...["/none/", `${POST.slice(0, -1)}`, "/tags/none/"],
];

beforeAll(async () => {
  const common = { tags: [term("Tag")], categories: [term("Kategorie")] };
  const more = Array.from({ length: 12 }, (_, n) => draftPost(`p${n}`, { path: `/p${n}/` }));
  await havePosts(draftPost("hallo", common), ...more);
  await haveComments(draftComment("hallo", "Wort"));
  await consume([{ kind: "check" }]);
  for (const path of ADDRESSES.slice(0, 8))
    await consume([{ kind: "admit", origin: ORIGIN, path }]);
});

/** Everything that a cache would keep of an answer. */
async function whole(response: Response): Promise<unknown> {
  const headers = [...response.headers].filter(([name]) => name !== "server-timing");
  return [response.status, headers, await response.text()];
}

test("there are sixty headers and forty names", () => {
  expect(Object.keys(HEADERS).length).toBeGreaterThanOrEqual(60);
  expect(new Set(QUERY).size).toBeGreaterThanOrEqual(40);
});

test.each(ADDRESSES)("%s is the same whatever a request says beside its address", async (path) => {
  for (const isolate of [new Isolate(), undefined]) {
    const ask = async (query = "", headers: Record<string, string> = {}) =>
      whole(await visitIn(isolate ? { isolate } : {}, path + query, { headers }));
    const plain = await ask();
    const query = QUERY.map((name) => `${name}=1`).join("&");
    for (const odd of [
      ask(`?${query}`, HEADERS),
      ask("", HEADERS),
      ask("?page=2;callback=x&page=3"),
      ...Object.entries(HEADERS).map(([name, value]) => ask("", { [name]: value })),
      ...QUERY.map((name) => ask(`?${name}=2`)),
    ])
      expect(await odd).toEqual(plain);
    expect(await ask()).toEqual(plain);
  }
});

test("a HEAD or a range that comes first changes nothing for who comes next", async () => {
  const isolate = new Isolate();
  const head = await visitIn({ isolate }, POST, { method: "HEAD" });
  expect(await head.text()).toBe("");
  await visitIn({ isolate }, POST, { headers: { Range: "bytes=0-4" } });
  const response = await visitIn({ isolate }, POST);
  expect(response.status).toBe(200);
  expect([...response.headers.keys()].sort()).toEqual([...head.headers.keys()].sort());
  expect(await response.text()).toContain("</html>");
});
